// What official tools make of exported files: node judges.js <judge> <file>..., or node judges.js croner <start> <file>.
// Prints one JSON array: for each file { mistakes, value }, or for each schedule its next runs.
import { readFileSync } from 'node:fs';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { format } from '@cdktf/hcl-tools';
import { parse as parseHcl } from '@cdktf/hcl2json';
import { Cron } from 'croner';
import { parseAllDocuments } from 'yaml';

const runs = 3;

/** The parser behind GitHub's own editor: structure, expressions and cron. */
async function workflow(path) {
  const parsed = parseWorkflow({ name: path, content: readFileSync(path, 'utf8') }, new NoOperationTraceWriter());
  const value = parsed.value && (await convertWorkflowTemplate(parsed.context, parsed.value));
  return { mistakes: parsed.context.errors.getErrors().map((error) => error.message), value };
}

/** HashiCorp's parser and formatter of HCL, compiled to WebAssembly. */
async function hcl(path) {
  const text = readFileSync(path, 'utf8');
  try {
    const value = await parseHcl(path, text);
    return { mistakes: (await format(text)) === text ? [] : ['not formatted as terraform fmt does'], value };
  } catch (error) {
    return { mistakes: [String(error)] };
  }
}

/** YAML as it is today; every document of a file. */
async function yaml(path) {
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), { strict: true, uniqueKeys: true });
  const mistakes = documents.flatMap((document) => [...document.errors, ...document.warnings].map((error) => error.message));
  return { mistakes, value: documents.map((document) => document.toJS()) };
}

/** YAML that means the same in version 1.1, which CloudFormation reads, and where OFF is false. */
function timelessYaml(path) {
  const text = readFileSync(path, 'utf8');
  const [modern, old] = ['1.2', '1.1'].map((version) => parseAllDocuments(text, { version, strict: true, uniqueKeys: true }));
  const value = modern.map((document) => document.toJS());
  const mistakes = [...modern, ...old].flatMap((document) => [...document.errors, ...document.warnings].map((error) => error.message));
  if (JSON.stringify(value) !== JSON.stringify(old.map((document) => document.toJS())))
    mistakes.push('YAML 1.1 reads it otherwise than 1.2');
  return { mistakes, value };
}

/** The latter, held against AWS's own specification of resources. */
async function cloudformation(path) {
  const { mistakes, value } = timelessYaml(path);
  const specification = await loadAwsServiceSpec();
  for (const [name, resource] of Object.entries(value[0]?.Resources ?? {})) {
    const type = specification.lookup('resource', 'cloudFormationType', 'equals', resource.Type).only();
    mistakes.push(...against(specification, type, resource.Properties ?? {}, name));
  }
  return { mistakes, value: value[0] };
}

function against(specification, type, properties, place) {
  const mistakes = Object.keys(properties).filter((key) => !type.properties[key]).map((key) => `${place} has no ${key}`);
  for (const [key, rule] of Object.entries(type.properties)) {
    const value = properties[key];
    if (value === undefined) {
      if (rule.required) mistakes.push(`${place} lacks ${key}`);
    } else if (rule.type.type === 'ref') {
      mistakes.push(...against(specification, specification.get('typeDefinition', rule.type.reference), value, `${place}.${key}`));
    } else if (typeof value !== rule.type.type) {
      mistakes.push(`${place}.${key} is no ${rule.type.type}`);
    } else if (rule.type.allowedValues && !rule.type.allowedValues.includes(value)) {
      mistakes.push(`${place}.${key} cannot be ${value}`);
    }
  }
  return mistakes;
}

/** Next runs; null for what it refuses. Either of two day fields may match. */
function croner(start, file) {
  return JSON.parse(readFileSync(file, 'utf8')).map(({ expression, timezone }) => {
    try {
      return new Cron(expression, { mode: '5-part', timezone }).nextRuns(runs, new Date(start)).map((run) => run.toISOString());
    } catch {
      return null;
    }
  });
}

const [judge, ...rest] = process.argv.slice(2);
const judges = { workflow, hcl, yaml, cloudformation };
const answer = judge === 'croner' ? croner(...rest) : await Promise.all(rest.map((path) => judges[judge](path)));
process.stdout.write(JSON.stringify(answer));
