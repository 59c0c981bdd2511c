// CloudFormation templates: read with their short forms of functions, and evaluated for given parameters.
import fs from 'node:fs';
import { parseDocument } from 'yaml';

const SHORT = ['Ref', 'Condition', 'Sub', 'GetAtt', 'Join', 'If', 'Equals', 'And', 'Or', 'Not', 'FindInMap', 'Contains'];

const long = (name, value) => {
  if (name === 'Ref' || name === 'Condition') {
    return { [name]: value };
  }
  // !GetAtt Resource.Attribute
  return { [`Fn::${name}`]: name === 'GetAtt' && typeof value === 'string' ? value.split(/\.(.*)/s).slice(0, 2) : value };
};

const customTags = SHORT.flatMap((name) => [
  { tag: `!${name}`, resolve: (text) => long(name, text) },
  { tag: `!${name}`, collection: 'seq', resolve: (node) => long(name, node.toJSON()) },
  { tag: `!${name}`, collection: 'map', resolve: (node) => long(name, node.toJSON()) },
]);

/** The template in that text; CloudFormation knows neither aliases nor merged keys, so neither may be there. */
export function parse(text) {
  const document = parseDocument(text, { customTags, strict: true, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings].map(String);
  if (problems.length > 0 || /^\s*<<:|:\s+[&*][a-z]/m.test(text)) {
    throw new Error(problems.join('\n') || 'aliases and merged keys are not known to CloudFormation');
  }
  return document.toJS();
}

export const read = (file) => parse(fs.readFileSync(file, 'utf8'));

/** The one member of an intrinsic function, [name, argument]; null for what is none. */
export function intrinsic(value) {
  if (!value || typeof value !== 'object' || Array.isArray(value) || Object.keys(value).length !== 1) {
    return null;
  }
  const [name, argument] = Object.entries(value)[0];
  return /^(Ref|Condition|Fn::.*)$/.test(name) ? [name, argument] : null;
}

const NOTHING = Symbol('AWS::NoValue');
const PSEUDO = {
  'AWS::Partition': 'aws', 'AWS::Region': 'eu-west-1', 'AWS::AccountId': '000000000000', 'AWS::StackName': 'glovebox',
  'AWS::NoValue': NOTHING,
};

/** The template with every function worked out for these parameters; what only a deployment knows is `<Resource.Attribute>`. */
export function evaluate(template, parameters) {
  const declared = template.Parameters ?? {};
  for (const name of Object.keys(parameters)) {
    if (!declared[name]) throw new Error(`no parameter ${name}`);
  }
  const given = { ...PSEUDO };
  for (const [name, parameter] of Object.entries(declared)) {
    const text = parameters[name] ?? parameter.Default;
    if (text === undefined) throw new Error(`parameter ${name} is not given`);
    const value = parameter.Type === 'CommaDelimitedList' ? String(text).split(',') : text;
    const allowed = parameter.AllowedValues?.map(String);
    if (allowed && ![value].flat().every((one) => allowed.includes(String(one)))) {
      throw new Error(`parameter ${name} may not be ${text}`);
    }
    if (parameter.AllowedPattern && !new RegExp(`^(?:${parameter.AllowedPattern})$`).test(text)) {
      throw new Error(`parameter ${name} may not be ${text}`);
    }
    given[name] = value;
  }
  const ref = (name) => {
    if (name in given) return given[name];
    if (template.Resources[name]) return `<${name}>`;
    throw new Error(`Ref to unknown ${name}`);
  };
  const attribute = (name, member) => {
    if (!template.Resources[name]) throw new Error(`GetAtt of unknown ${name}`);
    return `<${name}.${member}>`;
  };
  const holds = (name) => {
    if (!(name in (template.Conditions ?? {}))) throw new Error(`no condition ${name}`);
    return work(template.Conditions[name]);
  };
  const functions = {
    Ref: ref,
    Condition: holds,
    'Fn::GetAtt': ([name, member]) => attribute(name, member),
    'Fn::If': ([name, yes, no]) => work(holds(name) ? yes : no),
    'Fn::Equals': ([left, right]) => String(work(left)) === String(work(right)),
    'Fn::Not': ([condition]) => !work(condition),
    'Fn::And': (all) => all.every(work),
    'Fn::Or': (all) => all.some(work),
    'Fn::Contains': ([all, one]) => [work(all)].flat().includes(work(one)),
    'Fn::Join': ([by, parts]) => work(parts).join(by),
    'Fn::FindInMap': ([map, ...keys]) => {
      const found = keys.reduce((at, key) => at?.[work(key)], template.Mappings?.[map]);
      if (found === undefined) throw new Error(`nothing in ${map}`);
      return found;
    },
    'Fn::Sub': (argument) => {
      const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
      return text.replace(/\$\{([^!}]+)\}/g, (all, name) => {
        if (name in own) return work(own[name]);
        const dot = name.indexOf('.');
        return dot < 0 ? ref(name) : attribute(name.slice(0, dot), name.slice(dot + 1));
      });
    },
  };
  const work = (value) => {
    const call = intrinsic(value);
    if (call) {
      if (!functions[call[0]]) throw new Error(`unknown function ${call[0]}`);
      return functions[call[0]](call[1]);
    }
    if (Array.isArray(value)) return value.map(work).filter((item) => item !== NOTHING);
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, work(item)]).filter(([, item]) => item !== NOTHING));
    }
    return value;
  };
  for (const rule of Object.values(template.Rules ?? {})) {
    const broken = work(rule.RuleCondition ?? true) && rule.Assertions.find((assertion) => !work(assertion.Assert));
    if (broken) throw new Error(broken.AssertDescription);
  }
  const resources = Object.entries(template.Resources).filter(([, resource]) => !resource.Condition || holds(resource.Condition));
  return { ...template, Resources: Object.fromEntries(resources.map(([name, resource]) => [name, work(resource)])), Outputs: work(template.Outputs ?? {}) };
}
