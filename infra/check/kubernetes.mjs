// Kubernetes, Knative and KEDA documents against their models: types and what must be there by the models' own schemas, members
// that nobody knows by TypeScript, which the models describe as well.
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const MODELS = ['kubernetes-models', '@kubernetes-models/knative', '@kubernetes-models/keda'];
const here = import.meta.dirname;
// what Knative's own webhook fills in, and its model of Go types calls required
const FILLED_IN = /^data\/spec\/template\/spec\/containers\/\d+ must have required property name$/;
// These have no model: their members' names are looked at here
const DELIVERY = ['retry', 'backoffPolicy', 'backoffDelay', 'timeout', 'deadLetterSink', 'retryAfterMax'];
const UNMODELLED = {
  'sources.knative.dev/v1/KafkaSource': {
    known: ['bootstrapServers', 'topics', 'consumerGroup', 'consumers', 'initialOffset', 'net', 'sink', 'delivery', 'ordering', 'ceOverrides'],
    wanted: ['bootstrapServers', 'topics', 'sink'],
  },
  'eventing.knative.dev/v1alpha1/KafkaSink': {
    known: ['bootstrapServers', 'topic', 'numPartitions', 'replicationFactor', 'contentMode', 'auth'],
    wanted: ['bootstrapServers', 'topic'],
  },
};

/** What is wrong with the documents of a file; empty where nothing is. */
export async function problems(text) {
  const found = [];
  const sources = new Map();
  for (const document of parseAllDocuments(text, { strict: true, uniqueKeys: true })) {
    found.push(...[...document.errors, ...document.warnings].map(String));
    const object = document.toJS();
    if (object === null) continue;
    const kind = `${object.apiVersion}/${object.kind}`;
    if (UNMODELLED[kind]) {
      found.push(...unmodelled(kind, object));
      continue;
    }
    const model = MODELS.map((name) => `${name}/${kind}`).find((name) => fs.existsSync(path.join(here, 'node_modules', `${name}.d.ts`)));
    if (!model) {
      found.push(`${kind}: unknown kind`);
      continue;
    }
    try {
      const { [object.kind]: Model } = await import(model);
      new Model(object).validate();
    } catch (invalid) {
      found.push(...invalid.message.split(', ').filter((problem) => !FILLED_IN.test(problem)).map((problem) => `${kind}: ${problem}`));
    }
    sources.set(path.join(here, `document-${sources.size}.ts`), `import type { I${object.kind} as Kind } from ${JSON.stringify(model)};
type Some<T> = T extends readonly (infer E)[] ? Some<E>[] : T extends object ? { [K in keyof T]?: Some<T[K]> } : T;
export const document: Some<Kind> = ${JSON.stringify(object, null, 1)};
`);
  }
  return [...found, ...compiled(sources)];
}

const SCALING = ['class', 'min-scale', 'max-scale', 'pooling-interval', 'cooldown-period', 'lag-threshold'].map((name) => `autoscaling.eventing.knative.dev/${name}`);

function unmodelled(kind, { metadata = {}, spec = {} }) {
  const { known, wanted } = UNMODELLED[kind];
  const unknown = [...Object.keys(metadata.annotations ?? {}).filter((name) => !SCALING.includes(name)), ...Object.keys(spec).filter((member) => !known.includes(member)), ...Object.keys(spec.delivery ?? {}).filter((member) => !DELIVERY.includes(member))];
  return [...unknown.map((member) => `${kind}: unknown member ${member}`), ...wanted.filter((member) => !spec[member]).map((member) => `${kind}: ${member} is missing`)];
}

function compiled(sources) {
  const options = { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) => (sources.has(name) ? ts.createSourceFile(name, sources.get(name), rest[0]) : getSourceFile.call(host, name, ...rest));
  host.fileExists = (name) => sources.has(name) || fileExists.call(host, name);
  host.readFile = (name) => sources.get(name) ?? readFile.call(host, name);
  return ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host)).map((problem) => ts.flattenDiagnosticMessageText(problem.messageText, ' '));
}
