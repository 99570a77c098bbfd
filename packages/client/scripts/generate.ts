/**
 * `npm run generate`: writes src/generated.ts, the types of every call, from the API's OpenAPI document, and so from the very
 * schemas that check what comes in. `--check` writes nothing, and ends with 1 where the file is not what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import type { OpenAPI3 } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { openApi } from '../../ingest-server/src/http/api/openapi.ts'
import { besideDocs } from '../../ingest-server/src/http/beside-docs.ts'
import { OPERATIONS } from '../../ingest-server/src/http/operations/index.ts'

const FILE = fileURLToPath(new URL('../src/generated.ts', import.meta.url))
const HEAD = '/** Every call of the API and what it takes and gives. Made by `npm run generate`: do not edit. */\n\n'

/** The file's text, as it is to be. */
export async function generated(): Promise<string> {
  const document = openApi(OPERATIONS, 'https://partners.example.com', besideDocs)
  const nodes = await openapiTypes(structuredClone(document) as unknown as OpenAPI3, {
    alphabetize: true,
    silent: true,
  })
  const options = await resolveConfig(FILE)
  return format(HEAD + astToString(nodes), { ...options, filepath: FILE })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await generated()
  if (process.argv.includes('--check')) {
    if (readFileSync(FILE, 'utf8') !== text) {
      console.error('packages/client/src/generated.ts is not what the API now says. Run: npm run generate')
      process.exitCode = 1
    }
  } else {
    writeFileSync(FILE, text)
    console.log(`Wrote ${FILE}`)
  }
}
