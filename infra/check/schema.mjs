// Templates against the specification of CloudFormation's and SAM's resources: types, members and what must be there.
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import { intrinsic } from './template.mjs';

const db = loadAwsServiceSpecSync();
const resourceType = (name) => db.lookup('resource', 'cloudFormationType', 'equals', name)[0];
const definition = (reference) => db.get('typeDefinition', reference.$ref);

// The specification's SAM is older than SAM: a function's members that go to Lambda as they are have Lambda's types
const PASSED_ON = { 'AWS::Serverless::Function': { ...resourceType('AWS::Lambda::Function').properties } };
const isScalar = (value) => ['string', 'number', 'boolean'].includes(typeof value);
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const SCALARS = {
  string: isScalar,
  integer: (value) => isScalar(value) && value !== '' && Number.isInteger(Number(value)),
  number: (value) => isScalar(value) && value !== '' && !Number.isNaN(Number(value)),
  boolean: (value) => [true, false, 'true', 'false'].includes(value),
  'date-time': (value) => typeof value === 'string',
};
const SECTIONS = ['AWSTemplateFormatVersion', 'Transform', 'Description', 'Metadata', 'Parameters', 'Rules', 'Mappings', 'Conditions', 'Resources', 'Outputs'];
const ATTRIBUTES = ['Type', 'Properties', 'DependsOn', 'Condition', 'Metadata', 'DeletionPolicy', 'UpdateReplacePolicy'];

/** What is wrong with the template; empty where nothing is. */
export function problems(template) {
  const found = [];
  Object.keys(template).filter((section) => !SECTIONS.includes(section)).forEach((section) => found.push(`${section}: unknown section`));
  for (const [name, resource] of Object.entries(template.Resources)) {
    Object.keys(resource).filter((member) => !ATTRIBUTES.includes(member)).forEach((member) => found.push(`${name}.${member}: unknown attribute`));
    const type = resourceType(resource.Type);
    if (type) {
      checkObject(type.properties, resource.Properties ?? {}, name, found, resource.Type);
    } else {
      found.push(`${name}: unknown type ${resource.Type}`);
    }
  }
  checkAttributes(template, template.Resources, 'Resources', found);
  return found;
}

function check(type, value, path, found) {
  if (intrinsic(value)) return;
  switch (type.type) {
    case 'union': {
      const tries = type.types.map((one) => {
        const wrong = [];
        check(one, value, path, wrong);
        return wrong;
      });
      found.push(...tries.reduce((best, wrong) => (wrong.length < best.length ? wrong : best)));
      return;
    }
    case 'array':
      if (Array.isArray(value)) value.forEach((item, i) => check(type.element, item, `${path}[${i}]`, found));
      else found.push(`${path}: an array is wanted`);
      return;
    case 'map':
      if (isObject(value)) Object.entries(value).forEach(([key, item]) => check(type.element, item, `${path}.${key}`, found));
      else found.push(`${path}: an object is wanted`);
      return;
    case 'tag':
      if (!isObject(value) || Object.keys(value).sort().join() !== 'Key,Value') found.push(`${path}: Key and Value are wanted`);
      return;
    case 'ref': {
      const { properties, name } = definition(type.reference);
      checkObject(properties, value, path, found, name);
      return;
    }
    default:
      if (SCALARS[type.type] && !SCALARS[type.type](value)) found.push(`${path}: ${type.type} is wanted`);
  }
}

function checkObject(declared, value, path, found, name) {
  if (!isObject(value)) {
    found.push(`${path}: an object is wanted`);
    return;
  }
  const members = { ...PASSED_ON[name], ...declared };
  for (const [member, item] of Object.entries(value)) {
    if (members[member]) check(members[member].type, item, `${path}.${member}`, found);
    else found.push(`${path}.${member}: unknown member of ${name}`);
  }
  for (const [member, { required }] of Object.entries(declared)) {
    if (required && value[member] === undefined) found.push(`${path}: ${member} is missing`);
  }
}

/** Each GetAtt names an attribute that the resource has. */
function checkAttributes(template, value, path, found) {
  const call = intrinsic(value);
  const uses = call?.[0] === 'Fn::GetAtt' ? [call[1]]
    : call?.[0] === 'Fn::Sub' ? [...[call[1]].flat()[0].matchAll(/\$\{([A-Za-z]+)\.([^}]+)\}/g)].map((use) => [use[1], use[2]]) : [];
  for (const [name, attribute] of uses) {
    const type = template.Resources[name]?.Type;
    const nested = ['AWS::Serverless::Application', 'AWS::CloudFormation::Stack'].includes(type) && attribute.startsWith('Outputs.');
    const known = type === 'AWS::Serverless::Function' ? resourceType('AWS::Lambda::Function').attributes : type && resourceType(type)?.attributes;
    if (!nested && !known?.[attribute]) found.push(`${path}: ${name} has no attribute ${attribute}`);
  }
  if (value && typeof value === 'object') {
    Object.entries(value).forEach(([key, item]) => checkAttributes(template, item, `${path}.${key}`, found));
  }
}
