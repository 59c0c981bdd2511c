// SAM to CloudFormation, for as much of SAM as the templates use: functions without events and policies of SAM's own, and
// nested applications. What is not known here is refused, so that nothing is expanded wrongly.
const FUNCTION = ['CodeUri', 'Runtime', 'Handler', 'Architectures', 'MemorySize', 'Timeout', 'Role', 'LoggingConfig', 'Environment'];

export function expand(template) {
  const resources = Object.entries(template.Resources).map(([name, resource]) => [name, expanded(name, resource)]);
  const { Transform, ...rest } = template;
  if (Transform !== 'AWS::Serverless-2016-10-31') throw new Error('no SAM template');
  return { ...rest, Resources: Object.fromEntries(resources) };
}

function expanded(name, resource) {
  const { Type, Properties = {}, ...rest } = resource;
  switch (Type) {
    case 'AWS::Serverless::Function': {
      const unknown = Object.keys(Properties).filter((property) => !FUNCTION.includes(property));
      if (unknown.length > 0) throw new Error(`${name}: ${unknown} of a function are not expanded here`);
      const { CodeUri, ...passed } = Properties;
      return { ...rest, Type: 'AWS::Lambda::Function', Properties: { ...passed, Code: { S3Bucket: 'packaged', S3Key: CodeUri },
        Tags: [{ Key: 'lambda:createdBy', Value: 'SAM' }] } };
    }
    case 'AWS::Serverless::Application': {
      const { Location, ...passed } = Properties;
      return { ...rest, Type: 'AWS::CloudFormation::Stack', Properties: { ...passed, TemplateURL: `https://packaged/${Location}`,
        Tags: [{ Key: 'lambda:createdBy', Value: 'SAM' }] } };
    }
    default:
      if (Type.startsWith('AWS::Serverless::')) throw new Error(`${name}: ${Type} is not expanded here`);
      return resource;
  }
}
