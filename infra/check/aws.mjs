// What the AWS deployment promises, looked for in the expanded templates with all parameters worked out.

/** Every way in which the template can be deployed that makes a difference: parameters that differ from the defaults. */
export const DEPLOYMENTS = {
  'as it stands': {},
  'JWT, Parameter Store, keys of one\'s own': {
    Authorizer: 'JWT', JwtIssuer: 'https://issuer.example', JwtAudience: ['glovebox'], SecretsFrom: 'ParameterStore',
    VinSecret: '/glovebox/vin', VehicleLicenseSecret: '/glovebox/vehicle-license', LicensePlateSecret: '/glovebox/license-plate',
    SecretKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/secret', BucketKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/bucket',
    CallersMayNameObjects: 'true', AlarmTopicArn: 'arn:aws:sns:eu-west-1:000000000000:alarms',
  },
  'a bucket that is there, a minute, ARM, not kept warm': { BucketName: 'photographs', Timeout: '60', Architecture: 'arm64', WarmUp: 'false' },
};

const SECRETS = {
  VinSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/vin-AbCdEf',
  VehicleLicenseSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/vehicle-license-AbCdEf',
  LicensePlateSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/license-plate-AbCdEf',
};

export const parametersOf = (deployment) => ({ ...SECRETS, ...DEPLOYMENTS[deployment] });

const list = (value) => [value ?? []].flat();
const only = (template, type) => Object.values(template.Resources).filter((resource) => resource.Type === type).map((resource) => resource.Properties ?? {});

/** What an allowing statement may do, and where: exactly this, for each function. */
function permissions(parameters) {
  const bucket = `arn:aws:s3:::${parameters.Bucket}`;
  const own = {
    'logs:CreateLogStream': '<Log.Arn>', 'logs:PutLogEvents': '<Log.Arn>',
    'sqs:ReceiveMessage': '<Queue.Arn>', 'sqs:DeleteMessage': '<Queue.Arn>', 'sqs:GetQueueAttributes': '<Queue.Arn>',
    's3:GetObject': `${bucket}/${parameters.Prefix}*`, 's3:GetObjectVersion': `${bucket}/${parameters.Prefix}*`,
    's3:PutObject': `${bucket}/${parameters.Prefix}*.${parameters.Function}.json`,
    's3:DeleteObject': `${bucket}/${parameters.Prefix}*.${parameters.Function}.json`,
    's3:ListBucket': bucket,
  };
  if (parameters.SecretsFrom === 'SecretsManager') own['secretsmanager:GetSecretValue'] = parameters.Secret;
  else own['ssm:GetParameter'] = `arn:aws:ssm:eu-west-1:000000000000:parameter${parameters.Secret}`;
  const keys = [parameters.SecretKeyArn, parameters.BucketKeyArn].filter((arn) => arn);
  if (keys.length > 0) own['kms:Decrypt'] = keys.join();
  if (parameters.BucketKeyArn) own['kms:GenerateDataKey'] = parameters.BucketKeyArn;
  return own;
}

function granted(role) {
  const all = {};
  for (const statement of role.Policies.flatMap((policy) => policy.PolicyDocument.Statement)) {
    if (statement.Effect !== 'Allow' || statement.NotAction || statement.NotResource) throw new Error(`${statement.Sid} is no plain permission`);
    for (const action of list(statement.Action)) all[action] = [...list(all[action]), ...list(statement.Resource)];
  }
  return Object.fromEntries(Object.entries(all).map(([action, resources]) => [action, resources.join()]));
}

/** What is wrong with one function's template. */
export function functionProblems(template, parameters) {
  const found = [];
  const must = (holds, what) => holds || found.push(`${parameters.Function}: ${what}`);

  const [role] = only(template, 'AWS::IAM::Role');
  must(!role.ManagedPolicyArns, 'a managed policy allows more than the function needs');
  const want = permissions(parameters);
  const has = granted(role);
  for (const action of new Set([...Object.keys(want), ...Object.keys(has)])) {
    must(has[action] === want[action], `${action} is allowed on ${has[action]}, and should be on ${want[action]}`);
  }
  must(Object.keys(has).every((action) => !action.includes('*')), 'an action has a wildcard');
  must(Object.values(has).every((resource) => resource !== '*'), 'a permission is for every resource');

  const [code] = only(template, 'AWS::Lambda::Function');
  must(code.Role === '<Role.Arn>', 'the role is not its own');
  must(code.Runtime === 'provided.al2023', 'the runtime is not that of the executable');
  must(list(code.Architectures).join() === parameters.Architecture, 'the architecture is not the one asked for');
  const environment = code.Environment.Variables;
  must(environment.QUARKUS_LAMBDA_HANDLER === parameters.Function, 'the handler is another one');
  const scheme = parameters.SecretsFrom === 'SecretsManager' ? 'aws-secretsmanager:' : 'aws-ssm:';
  const secrets = Object.keys(environment).filter((name) => /_(ACCESS_KEY|SECRET_KEY|SECRET_ID|HASH_KEY|TOKEN|PASSWORD)$/.test(name));
  must(secrets.length === 7, 'not all secrets are set');
  secrets.forEach((name) => must(environment[name].startsWith(`${scheme}${parameters.Secret}#`), `${name} is no reference`));
  must(environment.GLOVEBOX_STORAGE_BUCKETS === (parameters.CallersMayNameObjects === 'true' ? parameters.Bucket : ''), 'callers may name objects, or may not, against what was asked for');

  const queues = Object.fromEntries(Object.entries(template.Resources).filter(([, resource]) => resource.Type === 'AWS::SQS::Queue').map(([name, resource]) => [`<${name}.Arn>`, resource.Properties]));
  const [mapping] = only(template, 'AWS::Lambda::EventSourceMapping');
  const queue = queues[mapping.EventSourceArn];
  must(queue.VisibilityTimeout >= 6 * Number(code.Timeout), `a message is hidden for ${queue.VisibilityTimeout} s, less than six times ${code.Timeout} s`);
  must(queues[queue.RedrivePolicy?.deadLetterTargetArn], 'the queue has no dead letters');
  must(Object.values(queues).every((one) => one.SqsManagedSseEnabled === true), 'a queue is not encrypted');
  must(list(mapping.FunctionResponseTypes).includes('ReportBatchItemFailures'), 'failed messages would be lost');
  must(mapping.BatchSize === parameters.BatchSize, 'the batch size is not the parameter\'s');
  must(mapping.ScalingConfig?.MaximumConcurrency === parameters.MaximumConcurrency, 'the concurrency is not the parameter\'s');

  const rules = only(template, 'AWS::Events::Rule');
  const uploads = rules.find((rule) => rule.EventPattern);
  must(uploads.EventPattern.detail.bucket.name.join() === parameters.Bucket, 'uploads of other buckets come');
  must(uploads.EventPattern.detail.object.key.length === 1 && uploads.EventPattern.detail.object.key[0].prefix === parameters.Prefix, 'uploads under other prefixes come');
  must(uploads.Targets[0].DeadLetterConfig, 'what cannot be queued is lost');
  must(rules.find((rule) => rule.ScheduleExpression).State === (parameters.WarmUp === 'true' ? 'ENABLED' : 'DISABLED'), 'it is kept warm, or is not, against what was asked for');
  const [policy] = only(template, 'AWS::SQS::QueuePolicy');
  must(policy.PolicyDocument.Statement.every((statement) => statement.Condition?.ArnEquals?.['aws:SourceArn'] === '<Uploads.Arn>'), 'others may write to the queues');

  const [route] = only(template, 'AWS::ApiGatewayV2::Route');
  must(route.AuthorizationType === (parameters.JwtAuthorizerId ? 'JWT' : 'AWS_IAM'), 'the API is open');
  must(!parameters.JwtAuthorizerId || route.AuthorizerId === parameters.JwtAuthorizerId, 'the authorizer is not asked');
  only(template, 'AWS::Lambda::Permission').forEach((permission) => must(permission.SourceArn, 'a permission is for every source'));

  must(only(template, 'AWS::Logs::LogGroup').every((log) => log.RetentionInDays > 0), 'a log is kept for ever');
  const alarms = only(template, 'AWS::CloudWatch::Alarm');
  must(['ApproximateNumberOfMessagesVisible', 'Errors', 'ApproximateAgeOfOldestMessage', 'Failovers'].every((metric) => alarms.some((alarm) => alarm.MetricName === metric)), 'an alarm is missing');
  must(alarms.every((alarm) => list(alarm.AlarmActions).join() === parameters.AlarmTopicArn), 'an alarm goes elsewhere');
  must(alarms.find((alarm) => alarm.MetricName === 'Failovers')?.Namespace === environment.GLOVEBOX_METRICS_EMF_NAMESPACE, 'the failovers\' alarm looks elsewhere than they are counted');
  return found;
}

/** What is wrong with the template of all three. */
export function rootProblems(template, parameters) {
  const found = [];
  const must = (holds, what) => holds || found.push(what);
  const stacks = only(template, 'AWS::CloudFormation::Stack').map((stack) => stack.Parameters);
  must(stacks.map((stack) => stack.Function).sort().join() === 'license-plate,vehicle-license,vin', 'there are not three functions');
  must(new Set(stacks.map((stack) => stack.Prefix)).size === 3, 'functions share a prefix');
  const buckets = only(template, 'AWS::S3::Bucket');
  must(buckets.length === (parameters.BucketName ? 0 : 1), 'there is a bucket too many, or none');
  buckets.forEach((bucket) => {
    must(Object.values(bucket.PublicAccessBlockConfiguration).every((blocked) => blocked === true), 'the bucket can be made public');
    must(bucket.NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled === true, 'the bucket tells nobody');
  });
  must(only(template, 'AWS::ApiGatewayV2::Authorizer').length === (parameters.Authorizer === 'JWT' ? 1 : 0), 'the authorizer is not the one asked for');
  const backfill = granted(only(template, 'AWS::IAM::Role')[0]);
  must(Object.keys(backfill).every((action) => !action.includes('*')), 'an action has a wildcard');
  must(Object.values(backfill).every((resource) => resource !== '*'), 'a permission is for every resource');
  const [dashboard] = only(template, 'AWS::CloudWatch::Dashboard');
  must(JSON.parse(dashboard.DashboardBody).widgets.length > 0, 'the dashboard is empty');
  return found;
}
