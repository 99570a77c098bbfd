/** Which e-mail addresses are one mailbox, and which domains many strangers share. */

const split = (email: string): [local: string, domain: string] => {
  const at = email.lastIndexOf('@')
  return at < 0 ? [email, ''] : [email.slice(0, at), email.slice(at + 1)]
}

/** What stands behind the @ of a lower-case address; '' where there is none. */
export const domainOf = (email: string): string => split(email)[1].replace(/\.$/, '')

/** Two names of one provider. */
const ALIASES: Readonly<Record<string, string>> = { 'googlemail.com': 'gmail.com' }

/**
 * A lower-case address without what senders may put into it freely: `+anything` and dots before the @. Where dots do tell two
 * people apart, that their names differ by nothing else is worth a look.
 */
export function mailboxOf(email: string): string {
  const [local] = split(email)
  const domain = domainOf(email)
  const name = local.replace(/\+.*$/s, '').replaceAll('.', '')
  // An address of nothing but a tag is its own.
  return `${name || local}@${ALIASES[domain] ?? domain}`
}

/** Anybody can have an address there; and the names that are kept for examples, which are nobody's. */
const SHARED = new Set(
  `
  126.com 163.com aol.com aol.de arcor.de att.net bellsouth.net bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com charter.net
  comcast.net cox.net duck.com earthlink.net email.com email.cz fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch
  gmx.com gmx.de gmx.net googlemail.com hanmail.net hey.com hotmail.ca hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr
  hotmail.it hushmail.com icloud.com inbox.ru interia.pl laposte.net libero.it list.ru live.ca live.co.uk live.com live.fr live.nl
  mac.com mail.com mail.de mail.ru mailbox.org me.com msn.com naver.com neuf.fr o2.pl online.de onet.pl optonline.net orange.fr
  outlook.com outlook.de outlook.es outlook.fr pm.me posteo.de posteo.net proton.me protonmail.ch protonmail.com qq.com rambler.ru
  rediffmail.com rocketmail.com sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be sympatico.ca t-online.de
  telenet.be terra.com.br tiscali.it tutanota.com tuta.io uol.com.br verizon.net virgilio.it virginmedia.com wanadoo.fr web.de wp.pl
  yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ya.ru
  yeah.net ymail.com ziggo.nl zoho.com
  example.com example.net example.org
  `.match(/\S+/g),
)

export const isSharedDomain = (domain: string): boolean => SHARED.has(domain)
