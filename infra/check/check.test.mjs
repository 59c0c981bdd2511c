// Each check can fail: what it is there to find is put into the templates, and found.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { functionProblems, parametersOf, rootProblems } from './aws.mjs';
import { composeProblems, dockerfileProblems } from './compose.mjs';
import { problems as kubernetesProblems } from './kubernetes.mjs';
import { expand } from './sam.mjs';
import { problems as schemaProblems } from './schema.mjs';
import { evaluate, parse } from './template.mjs';

const infra = path.join(import.meta.dirname, '..');
const text = (...names) => fs.readFileSync(path.join(infra, ...names), 'utf8');

/** The text with one thing in it changed. */
function changed(original, from, to) {
  assert.ok(original.includes(from), `${from} is not there to be changed`);
  return original.replace(from, to);
}

/** What cannot be expanded is a problem too. */
function expandedProblems(template) {
  try {
    return schemaProblems(expand(template));
  } catch (refused) {
    return [refused.message];
  }
}

for (const [from, to] of [
  ['VisibilityTimeout:', 'VisibilityTimeOut:'], ['Runtime: provided.al2023', 'Runtme: provided.al2023'],
  ['Type: AWS::SQS::QueuePolicy', 'Type: AWS::SQS::QueuePolice'], ['FunctionResponseTypes: [ReportBatchItemFailures]', 'FunctionResponseTypes: ReportBatchItemFailures'],
  ['MaximumConcurrency: !Ref', 'MaximumConcurency: !Ref'], ['!GetAtt DeadLetters.QueueName}\n      Statistic', '!GetAtt DeadLetters.Name}\n      Statistic'],
  ['ComparisonOperator: GreaterThanThreshold', 'Comparison: GreaterThanThreshold'], ['SqsManagedSseEnabled: true', 'SqsManagedSseEnabled: perhaps'],
]) {
  test(`the specification does not know ${to}`, () => {
    const template = parse(changed(text('aws', 'function.yaml'), from, to));
    assert.notEqual(schemaProblems(template).length, 0);
    assert.notEqual(expandedProblems(template).length, 0);
  });
}

/** One resource more, in the text of a template. */
const more = (yaml) => ['Resources:\n', `Resources:\n  More:\n${yaml.replace(/^/gm, '    ')}\n`];

for (const [from, to] of [
  ["'29': {Seconds: 180}", "'29': {Seconds: 173}"], ['Action: s3:ListBucket', "Action: 's3:*'"],
  ['                Condition:\n                  StringLikeIfExists: {s3:prefix: !Sub \'${Prefix}*\'}\n', ''],
  ['Resource: !Sub arn:${AWS::Partition}:s3:::${Bucket}/${Prefix}*.${Function}.json', 'Resource: !Sub arn:${AWS::Partition}:s3:::${Bucket}/${Prefix}*'],
  ['Resource: !Sub arn:${AWS::Partition}:s3:::${Bucket}/${Prefix}*\n', "Resource: '*'\n"], ['Resource: !GetAtt Queue.Arn', "Resource: '*'"],
  ['Action: secretsmanager:GetSecretValue\n                  Resource: !Ref Secret', "Action: secretsmanager:GetSecretValue\n                  Resource: '*'"],
  ['Principal: {Service: lambda.amazonaws.com}', "Principal: '*'"], ['Action: sqs:SendMessage', "Action: 'sqs:*'"],
  ['ArnEquals: {aws:SourceArn: !GetAtt Uploads.Arn}', "ArnLike: {aws:SourceArn: '*'}"],
  ["#huawei-secret-key', {Scheme: !FindInMap [SecretScheme, !Ref SecretsFrom, Name]}]", "', {Scheme: ''}]"],
  ["          DISABLE_SIGNAL_HANDLERS: 'true'", "          DISABLE_SIGNAL_HANDLERS: 'true'\n          GLOVEBOX_HUAWEI_IAM_PASSWORD: open"],
  ['      FunctionResponseTypes: [ReportBatchItemFailures]\n', ''], ['AuthorizationType: !If [UseJwt, JWT, AWS_IAM]', 'AuthorizationType: NONE'],
  ['        maxReceiveCount: 5', '        maxReceiveCount: 1'], ['          DeadLetterConfig: {Arn: !GetAtt Undelivered.Arn}\n', ''],
  ['              - prefix: !Ref Prefix\n', "              - prefix: ''\n"], ['        LogGroup: !Ref Log\n', '        LogGroup: other\n'],
  ['      RetentionInDays: !Ref LogRetentionInDays\n', '      RetentionInDays: 3653\n'], ['MetricName: Failovers', 'MetricName: Failures'],
  ['Threshold: 0', 'Threshold: 1000000'], ['- {Name: FunctionName, Value: !Ref Code}', '- {Name: FunctionName, Value: other}'],
  ['State: !If [KeepWarm, ENABLED, DISABLED]', 'State: DISABLED'], ['      SourceArn: !GetAtt WarmUpSchedule.Arn\n', ''],
  ['      Principal: apigateway.amazonaws.com', "      Principal: '*'"], ["!If [MayNameObjects, !Ref Bucket, '']", '!Ref Bucket'],
  more('Type: AWS::ApiGatewayV2::Route\nProperties: {ApiId: !Ref ApiId, RouteKey: $default, AuthorizationType: NONE}'),
  more('Type: AWS::Lambda::Url\nProperties: {TargetFunctionArn: !GetAtt Code.Arn, AuthType: NONE}'),
  more('Type: AWS::IAM::Policy\nProperties: {PolicyName: more, Roles: [!Ref Role], PolicyDocument: {Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}}'),
]) {
  test(`a promise is broken by ${to.replace('Resources:\n', '').trim() || `leaving out ${from.trim()}`}`, () => {
    const broken = parse(changed(text('aws', 'function.yaml'), from, to));
    const root = evaluate(expand(parse(text('aws', 'template.yaml'))), parametersOf('as it stands'));
    const given = root.Resources.Vin.Properties.Parameters;
    assert.notEqual(functionProblems(evaluate(expand(broken), given), given).length, 0);
  });
}

for (const [from, to] of [['BlockPublicAcls: true', 'BlockPublicAcls: false'], ['EventBridgeEnabled: true', 'EventBridgeEnabled: false'],
  ['Prefix: !Ref LicensePlatePrefix', 'Prefix: !Ref VinPrefix'], ['Function: license-plate', 'Function: vin'], ['Action: lambda:InvokeFunction', "Action: 'lambda:*'"],
  ['Effect: Deny', 'Effect: Allow'], ['    DeletionPolicy: Retain\n', ''], ['/backfill/*', '/*'], ['StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}', 'Bool: {aws:SecureTransport: true}'],
  more('Type: AWS::IAM::Role\nProperties: {AssumeRolePolicyDocument: {Statement: []}}')]) {
  test(`the whole's promise is broken by ${to.replace('Resources:\n', '').trim() || `leaving out ${from.trim()}`}`, () => {
    const parameters = parametersOf('as it stands');
    assert.notEqual(rootProblems(evaluate(expand(parse(changed(text('aws', 'template.yaml'), from, to))), parameters), parameters).length, 0);
  });
}

for (const [parameters, why] of [[{ HuaweiProjectId: '' }, /HuaweiProjectId/], [{ Providers: 'tencent-classic,tencent' }, /TencentClassicAppId/],
  [{ Providers: 'tencent-classic', TencentClassicAppId: '1' }, /huawei or tencent/], [{ Authorizer: 'JWT' }, /JwtIssuer/], [{ Authorizer: 'JWT', JwtIssuer: 'https://issuer.example' }, /JwtAudience/], [{ Providers: 'huawei,nobody' }, /nobody/], [{ VinPrefix: 'vin/*/' }, /VinPrefix/], [{ HuaweiRateLimit: 'fast' }, /fast/]]) {
  test(`a deployment with ${JSON.stringify(parameters)} is refused`, () => {
    assert.throws(() => evaluate(expand(parse(text('aws', 'template.yaml'))), { ...parametersOf('as it stands'), ...parameters }), why);
  });
}

test('a parameter that a nested template does not have is found', () => {
  const root = evaluate(expand(parse(changed(text('aws', 'template.yaml'), '        WarmUp: !Ref WarmUp', '        WarmUpp: !Ref WarmUp'))), parametersOf('as it stands'));
  assert.throws(() => evaluate(expand(parse(text('aws', 'function.yaml'))), root.Resources.Vin.Properties.Parameters), /WarmUpp/);
});

test('what SAM would add by itself is not expanded', () => {
  assert.throws(() => expand(parse(changed(text('aws', 'function.yaml'), '      Handler: not.used', '      Events: {}'))), /Events/);
});

test('aliases are refused, as CloudFormation does', () => {
  assert.throws(() => parse('Resources: &all\n  A: 1\nOutputs: *all\n'), /aliases/);
});

for (const [file, from, to] of [['service.yaml', 'containerConcurrency:', 'containerConcurency:'], ['service.yaml', 'runAsNonRoot: true', 'runAsNoRoot: true'],
  ['service.yaml', 'path: /q/health/ready', 'pfad: /q/health/ready'], ['uploads.yaml', 'bootstrapServers:', 'bootstrapServer:'],
  ['uploads.yaml', 'deadLetterSink:', 'deadLetterSinks:'], ['uploads.yaml', 'autoscaling.eventing.knative.dev/max-scale', 'autoscaling.knative.dev/maxScale'], ['service.yaml', 'kind: Service', 'kind: Servce']]) {
  test(`${file} may not say ${to}`, async () => {
    assert.notEqual((await kubernetesProblems(changed(text('knative', file), from, to))).length, 0);
  });
}

for (const [from, to] of [['read_only: true', 'read_onlly: true'], ['depends_on:', 'depend_on:']]) {
  test(`compose.yaml may not say ${to}`, () => assert.notEqual(composeProblems(changed(text('container', 'compose.yaml'), from, to)).length, 0));
}

for (const [from, to] of [['COPY --chmod', 'COPY --chmd'], ['ENTRYPOINT', 'ENTRYPONT']]) {
  test(`the Dockerfile may not say ${to}`, () => assert.notEqual(dockerfileProblems(changed(text('container', 'Dockerfile'), from, to)).length, 0));
}
