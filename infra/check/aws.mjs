// What the AWS deployment promises, looked for in the expanded templates with all parameters worked out. Whatever grants or opens
// something is compared whole with what it must be: a resource, statement or variable too many is found as well as one that is missing.
import { isDeepStrictEqual } from 'node:util';

/** Every way in which the template can be deployed that makes a difference: parameters that differ from the defaults. */
export const DEPLOYMENTS = {
  'as it stands': {},
  'JWT, Parameter Store, keys of one\'s own': {
    Authorizer: 'JWT', JwtIssuer: 'https://issuer.example', JwtAudience: 'glovebox', SecretsFrom: 'ParameterStore',
    VinSecret: '/glovebox/vin', VehicleLicenseSecret: '/glovebox/vehicle-license', LicensePlateSecret: '/glovebox/license-plate',
    SecretKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/secret', BucketKeyArn: 'arn:aws:kms:eu-west-1:000000000000:key/bucket',
    CallersMayNameObjects: 'true', AlarmTopicArn: 'arn:aws:sns:eu-west-1:000000000000:alarms',
  },
  'a bucket that is there, a minute, ARM, not kept warm': {
    BucketName: 'photographs', Timeout: '60', Architecture: 'arm64', WarmUp: 'false', Providers: 'tencent,huawei',
  },
};

const GIVEN = {
  HuaweiProjectId: '00000000000000000000000000000000',
  VinSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/vin-AbCdEf',
  VehicleLicenseSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/vehicle-license-AbCdEf',
  LicensePlateSecret: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:glovebox/license-plate-AbCdEf',
};

export const parametersOf = (deployment) => ({ ...GIVEN, ...DEPLOYMENTS[deployment] });

/** Collects what is not as it must be. */
function judge(where) {
  const found = [];
  const same = (what, has, wanted) => {
    if (!isDeepStrictEqual(has, wanted)) found.push(`${where}: ${what} is ${JSON.stringify(has)}, and must be ${JSON.stringify(wanted)}`);
  };
  return { found, same };
}

const properties = (template, name) => template.Resources[name]?.Properties ?? {};

/** Each resource and its type, and none besides: no second route, role, policy, permission or URL. */
const types = (template) => Object.fromEntries(Object.entries(template.Resources).map(([name, { Type }]) => [name, Type]));

const FUNCTION = {
  Code: 'AWS::Lambda::Function', Log: 'AWS::Logs::LogGroup', Role: 'AWS::IAM::Role', Queue: 'AWS::SQS::Queue', DeadLetters: 'AWS::SQS::Queue',
  Undelivered: 'AWS::SQS::Queue', QueuePolicy: 'AWS::SQS::QueuePolicy', Uploads: 'AWS::Events::Rule', Messages: 'AWS::Lambda::EventSourceMapping',
  WarmUpSchedule: 'AWS::Events::Rule', WarmUpPermission: 'AWS::Lambda::Permission', Integration: 'AWS::ApiGatewayV2::Integration',
  Route: 'AWS::ApiGatewayV2::Route', RoutePermission: 'AWS::Lambda::Permission', DeadLetterAlarm: 'AWS::CloudWatch::Alarm',
  UndeliveredAlarm: 'AWS::CloudWatch::Alarm', ErrorAlarm: 'AWS::CloudWatch::Alarm', AgeAlarm: 'AWS::CloudWatch::Alarm',
  AccountAlarm: 'AWS::CloudWatch::Alarm', StorageAlarm: 'AWS::CloudWatch::Alarm', FailoverAlarm: 'AWS::CloudWatch::Alarm',
};

const SECRETS = {
  GLOVEBOX_HUAWEI_ACCESS_KEY: 'huawei-access-key', GLOVEBOX_HUAWEI_SECRET_KEY: 'huawei-secret-key', GLOVEBOX_TENCENT_SECRET_ID: 'tencent-secret-id',
  GLOVEBOX_TENCENT_SECRET_KEY: 'tencent-secret-key', GLOVEBOX_TENCENT_CLASSIC_SECRET_ID: 'tencent-classic-secret-id',
  GLOVEBOX_TENCENT_CLASSIC_SECRET_KEY: 'tencent-classic-secret-key', GLOVEBOX_LOG_HASH_KEY: 'hash-key',
};

const allow = (sid, actions, resource, condition) => ({ Sid: sid, Effect: 'Allow', Action: actions, Resource: resource, ...(condition && { Condition: condition }) });
const trust = (service, condition) => ({
  Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...(condition && { Condition: condition }) }],
});

/** All that a function may do. */
function permissions(given) {
  const bucket = `arn:aws:s3:::${given.Bucket}`;
  const results = `${bucket}/${given.Prefix}*.${given.Function}.json`;
  return [
    allow('Log', ['logs:CreateLogStream', 'logs:PutLogEvents'], '<Log.Arn>'),
    allow('TakeMessages', ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], '<Queue.Arn>'),
    allow('ReadImages', ['s3:GetObject', 's3:GetObjectVersion'], `${bucket}/${given.Prefix}*`),
    allow('WriteResults', ['s3:PutObject', 's3:DeleteObject'], results),
    allow('TellWhatIsMissing', 's3:ListBucket', bucket, { StringLikeIfExists: { 's3:prefix': `${given.Prefix}*` } }),
    given.SecretsFrom === 'SecretsManager' ? allow('Secret', 'secretsmanager:GetSecretValue', given.Secret)
      : allow('Secret', 'ssm:GetParameter', `arn:aws:ssm:eu-west-1:000000000000:parameter${given.Secret}`),
    ...(given.SecretKeyArn ? [allow('SecretKey', 'kms:Decrypt', given.SecretKeyArn)] : []),
    ...(given.BucketKeyArn ? [allow('BucketKey', ['kms:Decrypt', 'kms:GenerateDataKey'], given.BucketKeyArn)] : []),
  ];
}

function environment(given) {
  const scheme = given.SecretsFrom === 'SecretsManager' ? 'aws-secretsmanager' : 'aws-ssm';
  return {
    QUARKUS_LAMBDA_HANDLER: given.Function, DISABLE_SIGNAL_HANDLERS: 'true', GLOVEBOX_TIMEOUT: '28s', GLOVEBOX_PROVIDERS: given.Providers,
    GLOVEBOX_HUAWEI_RATE_LIMIT: given.HuaweiRateLimit, GLOVEBOX_TENCENT_RATE_LIMIT: given.TencentRateLimit, GLOVEBOX_HUAWEI_REGION: given.HuaweiRegion,
    GLOVEBOX_HUAWEI_ENDPOINT: `https://ocr.${given.HuaweiRegion}.myhuaweicloud.com`, GLOVEBOX_HUAWEI_PROJECT_ID: given.HuaweiProjectId,
    GLOVEBOX_TENCENT_ENDPOINT: given.TencentEndpoint, GLOVEBOX_TENCENT_CLASSIC_APP_ID: given.TencentClassicAppId,
    ...Object.fromEntries(Object.entries(SECRETS).map(([name, member]) => [name, `${scheme}:${given.Secret}#${member}`])),
    GLOVEBOX_METRICS_EMF_NAMESPACE: given.MetricsNamespace, GLOVEBOX_STORAGE_BUCKETS: given.CallersMayNameObjects === 'true' ? given.Bucket : '',
    GLOVEBOX_IMAGE_URL_HOSTS: given.UrlHosts, GLOVEBOX_REVIEW_MIN_CONFIDENCE: given.MinConfidence,
  };
}

/** When each alarm rings. */
function alarms(given) {
  const ring = (Namespace, MetricName, name, value, Statistic, Threshold = 0) => ({
    Namespace, MetricName, Dimensions: [{ Name: name, Value: value }], Statistic, Period: 300, EvaluationPeriods: 1, Threshold,
    ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: 'notBreaching', ...(given.AlarmTopicArn && { AlarmActions: [given.AlarmTopicArn] }),
  });
  const visible = (queue) => ring('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', `<${queue}.QueueName>`, 'Maximum');
  const counted = (metric) => ring(given.MetricsNamespace, metric, 'function', given.Function, 'Sum');
  const failed = (code) => {
    const alarm = counted('Failures');
    return { ...alarm, Dimensions: [...alarm.Dimensions, { Name: 'outcome', Value: code }] };
  };
  return {
    DeadLetterAlarm: visible('DeadLetters'), UndeliveredAlarm: visible('Undelivered'), ErrorAlarm: ring('AWS/Lambda', 'Errors', 'FunctionName', '<Code>', 'Sum'),
    AgeAlarm: ring('AWS/SQS', 'ApproximateAgeOfOldestMessage', 'QueueName', '<Queue.QueueName>', 'Maximum', given.OldestMessageSeconds),
    AccountAlarm: counted('AccountFailures'), FailoverAlarm: counted('Failovers'), StorageAlarm: failed('storage-failure'),
  };
}

/** What is wrong with one function's template. */
export function functionProblems(template, given) {
  const { found, same } = judge(given.Function);
  const of = (name) => properties(template, name);
  same('what there is', types(template), FUNCTION);

  same('the role', of('Role'), {
    AssumeRolePolicyDocument: trust('lambda.amazonaws.com'),
    Policies: [{ PolicyName: 'function', PolicyDocument: { Version: '2012-10-17', Statement: permissions(given) } }],
  });
  const { Code, Tags, ...code } = of('Code');
  same('the function', code, {
    Runtime: 'provided.al2023', Handler: 'not.used', Architectures: [given.Architecture], MemorySize: given.MemorySize, Timeout: given.Timeout,
    Role: '<Role.Arn>', LoggingConfig: { LogGroup: '<Log>' }, Environment: { Variables: environment(given) },
  });
  same('the log', of('Log'), { RetentionInDays: given.LogRetentionInDays });

  const queue = { MessageRetentionPeriod: 1209600, SqsManagedSseEnabled: true };
  const { VisibilityTimeout, ...rest } = of('Queue');
  same('the queue', rest, { ...queue, RedrivePolicy: { deadLetterTargetArn: '<DeadLetters.Arn>', maxReceiveCount: 5 } });
  same(`six times ${given.Timeout} s in ${VisibilityTimeout} s, for which a message is hidden,`, VisibilityTimeout >= 6 * Number(given.Timeout), true);
  same('the queue of dead letters', of('DeadLetters'), queue);
  same('the queue of the undelivered', of('Undelivered'), queue);
  same('who may write to the queues', of('QueuePolicy'), {
    Queues: ['<Queue>', '<Undelivered>'],
    PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage',
      Resource: ['<Queue.Arn>', '<Undelivered.Arn>'], Condition: { ArnEquals: { 'aws:SourceArn': '<Uploads.Arn>' } } }] },
  });
  const { Description, ...uploads } = of('Uploads');
  same('the rule of uploads', uploads, {
    EventPattern: { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { bucket: { name: [given.Bucket] }, object: { key: [{ prefix: given.Prefix }] } } },
    Targets: [{ Id: 'queue', Arn: '<Queue.Arn>', DeadLetterConfig: { Arn: '<Undelivered.Arn>' } }],
  });
  same('the mapping of messages', of('Messages'), {
    EventSourceArn: '<Queue.Arn>', FunctionName: '<Code>', BatchSize: given.BatchSize, FunctionResponseTypes: ['ReportBatchItemFailures'],
    ScalingConfig: { MaximumConcurrency: given.MaximumConcurrency },
  });

  same('the schedule', of('WarmUpSchedule'), {
    ScheduleExpression: 'rate(5 minutes)', State: given.WarmUp === 'true' ? 'ENABLED' : 'DISABLED',
    Targets: [{ Id: 'function', Arn: '<Code.Arn>', Input: '{"warmup": "deep"}' }],
  });
  const permission = (service, source) => ({ FunctionName: '<Code>', Action: 'lambda:InvokeFunction', Principal: service, SourceArn: source });
  same('the schedule\'s permission', of('WarmUpPermission'), permission('events.amazonaws.com', '<WarmUpSchedule.Arn>'));
  same('the API\'s permission', of('RoutePermission'), permission('apigateway.amazonaws.com',
    `arn:aws:execute-api:eu-west-1:000000000000:${given.ApiId}/*/POST/${given.Function}`));
  same('the route', of('Route'), {
    ApiId: given.ApiId, RouteKey: `POST /${given.Function}`, Target: 'integrations/<Integration>',
    ...(given.JwtAuthorizerId ? { AuthorizationType: 'JWT', AuthorizerId: given.JwtAuthorizerId } : { AuthorizationType: 'AWS_IAM' }),
  });

  for (const [name, wanted] of Object.entries(alarms(given))) {
    const { AlarmDescription, ...alarm } = of(name);
    same(name, alarm, wanted);
  }
  return found;
}

const ROOT = {
  Api: 'AWS::ApiGatewayV2::Api', ApiLog: 'AWS::Logs::LogGroup', ApiStage: 'AWS::ApiGatewayV2::Stage', Vin: 'AWS::CloudFormation::Stack',
  VehicleLicense: 'AWS::CloudFormation::Stack', LicensePlate: 'AWS::CloudFormation::Stack', BackfillRole: 'AWS::IAM::Role', Dashboard: 'AWS::CloudWatch::Dashboard',
};
const NEW_BUCKET = { Bucket: 'AWS::S3::Bucket', BucketPolicy: 'AWS::S3::BucketPolicy' };

/** What is wrong with the template of all three. */
export function rootProblems(template, parameters) {
  const { found, same } = judge('the whole');
  const of = (name) => properties(template, name);
  const sorted = (object) => Object.fromEntries(Object.entries(object).sort());
  same('what there is', sorted(types(template)), sorted({
    ...ROOT, ...(parameters.BucketName ? {} : NEW_BUCKET), ...(parameters.Authorizer === 'JWT' ? { JwtAuthorizer: 'AWS::ApiGatewayV2::Authorizer' } : {}),
  }));
  const stacks = ['Vin', 'VehicleLicense', 'LicensePlate'].map((name) => of(name).Parameters);
  same('the functions', stacks.map((stack) => [stack.Function, stack.Prefix, stack.Secret]), [
    ['vin', 'vin/', parameters.VinSecret], ['vehicle-license', 'vehicle-license/', parameters.VehicleLicenseSecret],
    ['license-plate', 'license-plate/', parameters.LicensePlateSecret],
  ]);
  if (!parameters.BucketName) {
    const bucket = of('Bucket');
    same('the bucket\'s block of the public', bucket.PublicAccessBlockConfiguration,
      { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true });
    same('whom the bucket tells', bucket.NotificationConfiguration, { EventBridgeConfiguration: { EventBridgeEnabled: true } });
    same('the bucket\'s end', template.Resources.Bucket.DeletionPolicy, 'Retain');
    same('what the bucket\'s policy allows', of('BucketPolicy').PolicyDocument.Statement.filter((statement) => statement.Effect !== 'Deny'), []);
  }
  const name = parameters.BucketName || '<Bucket>';
  same('the role of backfills', of('BackfillRole'), {
    AssumeRolePolicyDocument: trust('batchoperations.s3.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '000000000000' } }),
    Policies: [{ PolicyName: 'backfill', PolicyDocument: { Version: '2012-10-17', Statement: [
      { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: ['Vin', 'VehicleLicense', 'LicensePlate'].map((stack) => `<${stack}.Outputs.FunctionArn>`) },
      { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'], Resource: `arn:aws:s3:::${name}/backfill/*` },
      ...(parameters.BucketKeyArn ? [{ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: parameters.BucketKeyArn }] : []),
    ] } }],
  });
  if (parameters.Authorizer === 'JWT') {
    same('the authorizer', of('JwtAuthorizer').JwtConfiguration, { Issuer: parameters.JwtIssuer, Audience: [parameters.JwtAudience] });
  }
  const widgets = JSON.parse(of('Dashboard').DashboardBody).widgets;
  const shown = JSON.stringify(widgets);
  same('what the dashboard shows', ['Readings', 'ProviderCalls', 'Failures', 'Failovers', 'DuplicatesAvoided', 'millis', 'Reviews',
    'ApproximateNumberOfMessagesVisible'].filter((metric) => !shown.includes(metric)), []);
  return found;
}
