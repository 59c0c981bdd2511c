// A compose file against the specification's schema, and a Dockerfile against its grammar.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import dockerfile from 'dockerfile-utils';
import { parse } from 'yaml';

const schemaFile = path.join(path.dirname(createRequire(import.meta.url).resolve('dclint/package.json')), 'schemas', 'compose.schema.json');
const { $schema, ...schema } = JSON.parse(fs.readFileSync(schemaFile, 'utf8'));
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
['ports', 'expose', 'duration'].forEach((format) => ajv.addFormat(format, true));
const valid = ajv.compile(schema);

export const composeProblems = (text) => (valid(parse(text)) ? [] : valid.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));

export const dockerfileProblems = (text) => dockerfile.validate(text).map((problem) => `line ${problem.range.start.line + 1}: ${problem.message}`);
