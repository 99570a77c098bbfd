// The <script> that every page loads.
import { createGrowsumo } from './growsumo.ts'
import { start } from './start.ts'

start(createGrowsumo)
