/** The one direction of the house: apps -> projections -> libs; adapters -> ports; the domain and the models import nothing of ours but types. */
const pure = '^libs/(customer|models|shape|time|event-log/[^/]+[.]ts$)';
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-know-no-apps-or-projections', severity: 'error', from: { path: '^libs/' }, to: { path: '^(apps|projections)/' } },
    { name: 'projections-know-no-apps', severity: 'error', from: { path: '^projections/' }, to: { path: '^apps/' } },
    {
      name: 'the-domain-is-pure',
      comment: 'customer may use shape for its declarations and time for its days; models use nothing of ours',
      severity: 'error',
      from: { path: '^libs/customer/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^libs/(?!customer/|shape/|time/)', dependencyTypesNot: ['type-only'] },
    },
    { name: 'models-are-pure', severity: 'error', from: { path: '^libs/models/', pathNot: '([.]spec|[.]fixture)[.]ts$' }, to: { pathNot: '^libs/models/' } },
    {
      name: 'the-domain-does-no-io',
      severity: 'error',
      from: { path: pure, pathNot: '(([.]spec|[.]contract|[.]fixture)[.]ts|^libs/time/temporal[.]ts)$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    { name: 'nest-at-the-edge-only', severity: 'error', from: { pathNot: '^(apps|libs/http)/' }, to: { path: '^node_modules/(@nestjs|fastify|rxjs)' } },
    {
      name: 'storage-behind-its-port',
      severity: 'error',
      from: { pathNot: '^(libs/(event-log|read-store|vault)/sqlite/|infra/local/eventstoredb/|test/)' },
      to: { path: '^node_modules/better-sqlite3' },
    },
    {
      name: 'the-command-line-starts-light',
      comment: 'every call pays for what is imported before it knows its verb: import it where it is used',
      severity: 'error',
      from: { path: '^apps/tenure/(main|cli/.*)[.]ts$', pathNot: '[.]spec[.]ts$' },
      to: {
        path: '^(libs/(?!client/|shape/shell-quoted[.]ts)|projections/|apps/engine/(?!(version|process/engine-file)[.]ts))',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'services-know-no-http',
      comment: 'what a service needs is declared at the service: the edge is one of those that call it',
      severity: 'error',
      from: { path: '^libs/(?!http/)' },
      to: { path: '^libs/http/' },
    },
    {
      name: 'ports-know-no-adapters',
      severity: 'error',
      from: { path: '^libs/([^/]+/[^/]+|projecting/.*)[.]ts$', pathNot: '[.]spec[.]ts$' },
      to: { path: '^libs/[^/]+/(sqlite|eventstoredb|kafka|mongodb)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|node_modules/(?!@nestjs|fastify|rxjs|better-sqlite3))/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'], extensions: ['.ts', '.js'] },
  },
};
