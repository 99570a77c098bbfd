/** Signing up, in and out. */
import { Router } from 'express'
import { logIn, logOut, userOf } from './session.ts'
import type { Users } from './users.ts'
import { logInPage, signUpPage, type Errors, type SignUpForm } from './views/sign-up.ts'
import type { Layout } from './views/layout.ts'

export function signUp(users: Users, layout: Layout): Router {
  const router = Router()
  router.get('/sign-up', (_req, res) => {
    if (userOf(res)) return res.redirect(303, '/pricing')
    res.send(signUpPage(layout, { name: '', email: '' }, {}))
  })
  router.post('/sign-up', async (req, res) => {
    const form = read(req.body)
    const errors = check(form)
    const user = Object.keys(errors).length === 0 ? await users.add(form) : null
    if (!user) {
      const taken = { email: 'There is an account with this e-mail already. Log in instead?' }
      res.status(422).send(signUpPage(layout, form, Object.keys(errors).length > 0 ? errors : taken))
      return
    }
    await logIn(users, user, req, res)
    // ── partner attribution ── the page's script needs the id we gave this user: it is the customer_key
    if (req.accepts(['html', 'json']) === 'json') {
      res.status(201).json({ customer_key: user.id, name: user.name, email: user.email, next: '/pricing?welcome' })
      return
    }
    res.redirect(303, '/pricing?welcome')
  })

  router.get('/log-in', (_req, res) => void res.send(logInPage(layout, '', null)))
  router.post('/log-in', async (req, res) => {
    const { email, password } = read(req.body)
    const user = await users.byPassword(email, password)
    if (!user) return void res.status(422).send(logInPage(layout, email, 'E-mail or password is not right.'))
    await logIn(users, user, req, res)
    res.redirect(303, '/billing')
  })
  router.post('/log-out', async (req, res) => {
    await logOut(users, req, res)
    res.redirect(303, '/')
  })
  return router
}

function read(body: unknown): SignUpForm & { readonly password: string } {
  const form = (body ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return { name: text('name'), email: text('email'), password: String(form['password'] ?? '') }
}

function check({ name, email, password }: SignUpForm & { readonly password: string }): Errors {
  return {
    ...(name === '' ? { name: 'Please tell us your name.' } : {}),
    ...(name.length > 100 ? { name: 'Please keep your name under 100 characters.' } : {}),
    ...(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? {} : { email: 'Please give a full e-mail address.' }),
    ...(password.length < 8 ? { password: 'At least 8 characters, please.' } : {}),
    ...(password.length > 200 ? { password: 'At most 200 characters, please.' } : {}),
  }
}
