// Looks at all that deploys Glovebox, and says what it has looked at. `npm test` runs it, after its own tests.
import fs from 'node:fs';
import path from 'node:path';
import { DEPLOYMENTS, functionProblems, parametersOf, rootProblems } from './aws.mjs';
import { composeProblems, dockerfileProblems } from './compose.mjs';
import { problems as kubernetesProblems } from './kubernetes.mjs';
import { expand } from './sam.mjs';
import { problems as schemaProblems } from './schema.mjs';
import { evaluate, read } from './template.mjs';

const infra = path.join(import.meta.dirname, '..');
let wrong = 0;

function report(what, found) {
  console.log(`${found.length === 0 ? 'ok    ' : 'WRONG '} ${what}`);
  found.forEach((problem) => console.log(`       ${problem}`));
  wrong += found.length;
}

const root = read(path.join(infra, 'aws', 'template.yaml'));
const nested = read(path.join(infra, 'aws', 'function.yaml'));
for (const [name, template] of Object.entries({ 'template.yaml': root, 'function.yaml': nested })) {
  report(`aws/${name}: ${Object.keys(template.Resources).length} resources against SAM's and CloudFormation's specification`, schemaProblems(template));
  report(`aws/${name}: expanded, against CloudFormation's`, schemaProblems(expand(template)));
}
for (const deployment of Object.keys(DEPLOYMENTS)) {
  const parameters = parametersOf(deployment);
  const all = evaluate(expand(root), parameters);
  report(`aws, ${deployment}: the whole`, rootProblems(all, parameters));
  for (const stack of Object.values(all.Resources).filter((resource) => resource.Type === 'AWS::CloudFormation::Stack')) {
    const given = stack.Properties.Parameters;
    report(`aws, ${deployment}: ${given.Function}: permissions, queue, timeouts, authorizer, secrets, alarms`, functionProblems(evaluate(expand(nested), given), given));
  }
}
for (const file of fs.readdirSync(path.join(infra, 'knative')).filter((name) => name.endsWith('.yaml'))) {
  report(`knative/${file}`, await kubernetesProblems(fs.readFileSync(path.join(infra, 'knative', file), 'utf8')));
}
report('container/compose.yaml', composeProblems(fs.readFileSync(path.join(infra, 'container', 'compose.yaml'), 'utf8')));
report('container/Dockerfile', dockerfileProblems(fs.readFileSync(path.join(infra, 'container', 'Dockerfile'), 'utf8')));
process.exitCode = wrong === 0 ? 0 : 1;
