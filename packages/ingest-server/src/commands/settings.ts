/** `settings list|get|set` */
import { InvalidArgumentError, type Command } from 'commander'
import { AppError } from '../errors.ts'
import { defaultText, SETTINGS, settingName, settingText, type SettingName } from '../settings.ts'
import { act, lineOf, modeOption, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

const NAMES = Object.keys(SETTINGS).map(settingName)

const shown = (values: Readonly<Record<string, string>>, name: SettingName) => ({
  name,
  value: values[name] ?? defaultText(name),
  default: defaultText(name),
  meaning: SETTINGS[name].meaning,
})

async function list({ books }: Context, { mode }: CommonOptions): Promise<Result> {
  const values = await books.settings(mode)
  const rows = NAMES.map((name) => shown(values, name))
  const line = ({ name, value, meaning }: (typeof rows)[number]): string =>
    `${name.padEnd(21)} ${(value || '(none)').padEnd(13)} ${meaning}`
  return { value: rows, lines: rows.map(line) }
}

async function get({ books }: Context, { mode }: CommonOptions, name = ''): Promise<Result> {
  const row = shown(await books.settings(mode), settingName(name))
  return { value: row, lines: [row.value] }
}

async function set(context: Context, { mode }: CommonOptions, name = '', value = ''): Promise<Result> {
  const { books } = context
  const known = settingName(name)
  const to = settingText(known, value)
  const from = (await books.settings(mode))[known] ?? defaultText(known)
  const audit = lineOf(context, mode, 'setting.change', known, { from, to })
  await books.act({ audit: from === to ? [] : [audit], settings: [{ mode, name: known, value: to }] })
  const row = shown(await books.settings(mode), known)
  return { value: row, lines: [`${known} is now ${row.value}, in ${mode} mode`] }
}

/** A name or value that does not fit is wrong usage, and found before anything is opened. */
function name(text: string): string {
  try {
    return settingName(text)
  } catch (error) {
    throw error instanceof AppError ? new InvalidArgumentError(error.message) : error
  }
}

export function settingsCommand(machine: Machine, program: Command): void {
  const settings = program.command('settings').description('what varies between installations')
  act(machine, settings.command('list').description('every setting').addOption(modeOption()), list)
  act(
    machine,
    settings.command('get').description('one setting').argument('<name>', '', name).addOption(modeOption()),
    get,
  )
  const setter = settings
    .command('set')
    .description('change a setting')
    .argument('<name>', '', name)
    .argument('<value>')
  setter.hook('preAction', (command) => {
    const [given = '', value = ''] = command.args
    try {
      settingText(settingName(given), value)
    } catch (error) {
      if (error instanceof AppError) command.error(`error: ${error.message}`)
      throw error
    }
  })
  act(machine, setter.addOption(modeOption()), set)
}
