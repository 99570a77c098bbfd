// The <script> with more, for pages whose tag asks for it by `?more`.
import { start } from '../start.ts'
import { createMore } from './create.ts'

start(createMore)
