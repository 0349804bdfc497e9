import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { attempt, run } from './run.mjs';
import { problemsOfRole } from './settings.mjs';

/** The oldest Kubernetes that the manifests support, and the newest with published schemas. */
const VERSIONS = ['1.31', '1.37'];

/** Checks what kustomize builds of the base and of each overlay: against the schemas of Kubernetes and KEDA, and for broken references. */
export function checkKubernetes(tools) {
  const folder = `${root}/infra/kubernetes`;
  const overlays = readdirSync(`${folder}/overlays`).map((name) => `overlays/${name}`);
  const found = [];
  let count = 0;
  for (const name of ['base', ...overlays]) {
    const text = run(tools.kustomize, ['build', `${folder}/${name}`]);
    const objects = documentsOf(tools, text);
    count += objects.length;
    found.push(...[...bySchema(tools, objects), ...byReference(objects), ...bySettings(objects)].map((problem) => `${name}: ${problem}`));
  }
  for (const name of readdirSync(`${folder}/components`)) {
    const objects = componentOf(tools, `${folder}/components/${name}`);
    count += objects.length;
    found.push(...bySchema(tools, objects).map((problem) => `components/${name}: ${problem}`));
  }
  return { count, found };
}

/** A component cannot be built by itself: its resource files are read as they are. */
function componentOf(tools, folder) {
  const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml');
  return files.flatMap((file) => documentsOf(tools, readFileSync(`${folder}/${file}`, 'utf8')));
}

function documentsOf({ yaml }, text) {
  return yaml.parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

function bySchema({ python, keda }, objects) {
  const ofKeda = objects.filter(({ apiVersion }) => apiVersion === 'keda.sh/v1alpha1');
  const found = [];
  for (const object of ofKeda) {
    try {
      new keda.ScaledObject(object).validate();
    } catch (error) {
      found.push(`${nameOf(object)}: ${error.message}`);
    }
  }
  return [
    ...found,
    ...byKubernetes(
      python,
      objects.filter((object) => !ofKeda.includes(object)),
    ),
  ];
}

function byKubernetes(python, objects) {
  if (objects.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'tenure-check-'));
  const file = join(folder, 'objects.yaml');
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  const found = VERSIONS.flatMap((version) => {
    const { status, stdout, stderr } = attempt('python3', ['-m', 'kubernetes_validate', '--strict', '--quiet', '-k', version, file], { env: python });
    return status === 0 ? [] : [`Kubernetes ${version}: ${stdout}${stderr}`.trim()];
  });
  rmSync(folder, { recursive: true });
  return found;
}

/** A selector must match something, and an autoscaler's target must exist. */
function byReference(objects) {
  const deployments = objects.filter(({ kind }) => kind === 'Deployment');
  const labels = deployments.map(({ spec }) => spec.template.metadata.labels);
  const found = [];
  for (const object of objects) {
    const { kind, spec } = object;
    const selector =
      kind === 'Service' ? { matchLabels: spec.selector } : kind === 'NetworkPolicy' ? spec.podSelector : kind === 'PodDisruptionBudget' ? spec.selector : null;
    if (selector && !labels.some((each) => selects(selector, each))) found.push(`${nameOf(object)} selects no pod`);
    if (kind === 'Deployment' && !selects(spec.selector, spec.template.metadata.labels)) found.push(`${nameOf(object)} does not select its own pods`);
    const target = spec?.scaleTargetRef?.name;
    if (target && !deployments.some(({ metadata }) => metadata.name === target)) found.push(`${nameOf(object)} scales ${target}, which is no Deployment`);
  }
  return found;
}

function selects({ matchLabels = {}, matchExpressions = [] }, labels) {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => values.includes(labels[key]) === (operator === 'In'))
  );
}

function bySettings(objects) {
  const settings = objects.find(({ kind, metadata }) => kind === 'ConfigMap' && /^tenure-/.test(metadata.name))?.data ?? {};
  const containers = objects
    .filter(({ kind }) => kind === 'Deployment')
    .flatMap(({ metadata, spec }) => spec.template.spec.containers.map((container) => [metadata.name, container]));
  return containers
    .filter(([, { name }]) => name === 'tenure')
    .flatMap(([name, { command, env }]) =>
      problemsOfRole(name, command, { ...settings, ...Object.fromEntries(env.map(({ name: key, value }) => [key, value])) }),
    );
}

const nameOf = ({ kind, metadata }) => `${kind} ${metadata.name}`;
