import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessController } from './access/access.controller.js';
import { AccessGuard } from './authorisation/access.guard.js';
import { bulkController } from './commands/bulk.controller.js';
import { CatalogueOfCommands } from './commands/catalogue-of-commands.js';
import { CommandController } from './commands/command.controller.js';
import { declaredIn } from './commands/declared-in.js';
import { sentCommands } from './commands/send-command.js';
import { sentToStreams } from './commands/send-to-stream.js';
import { streamCommandController } from './commands/stream-command.controller.js';
import { ResolveController } from './customers/resolve.controller.js';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { EntranceController } from './dashboard/entrance.controller.js';
import { DefinitionController } from './definitions/definition.controller.js';
import { EventController } from './events/event.controller.js';
import { EventStreamController } from './events/event-stream.controller.js';
import { exportController } from './exports/export.controller.js';
import { ExportManifests } from './exports/export-manifest.js';
import { HealthController } from './health/health.controller.js';
import { LoopLagMeter } from './health/loop-lag.js';
import { Traffic } from './health/traffic.js';
import { ImportController } from './imports/import.controller.js';
import { HolderController } from './keys/holder.controller.js';
import { KeyController } from './keys/key.controller.js';
import { keyCommands } from './keys/key-commands.js';
import { SignInController } from './keys/sign-in.controller.js';
import { BacktestController } from './models/backtest.controller.js';
import { FitController } from './models/fit.controller.js';
import { ModelController } from './models/model.controller.js';
import { modelCommands } from './models/model-commands.js';
import { DocsController } from './openapi/docs.controller.js';
import { OpenApiDocument } from './openapi/open-api-document.js';
import { operationCommands } from './operations/operation-commands.js';
import { ParkedController } from './operations/parked.controller.js';
import { PublicationController } from './operations/publication.controller.js';
import { RebuildController } from './operations/rebuild.controller.js';
import { ReplayController } from './operations/replay.controller.js';
import { defaultSettings, HTTP_PARTS, HTTP_SETTINGS, type HttpParts } from './parts.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemOfFailure } from './problems/problem-of-failure.js';
import { AskQueryHandler } from './queries/ask-query.js';
import { queryController } from './queries/query-controller.js';
import { MethodsOfPath } from './transport/methods-of-path.js';
import { OpenStreams } from './transport/open-streams.js';

/** Every command of the edge. */
const carriedOut = [...sentCommands, ...sentToStreams, ...modelCommands, ...operationCommands, ...keyCommands];

@Module({})
export class HttpModule {}

/** The edge as a Nest module: the routes of the given ports, one guard, one filter. */
export function createHttpModule(parts: HttpParts): DynamicModule {
  return {
    module: HttpModule,
    imports: [CqrsModule.forRoot()],
    controllers: controllersFor(parts),
    providers: [
      { provide: HTTP_PARTS, useValue: parts },
      { provide: HTTP_SETTINGS, useValue: { ...defaultSettings, ...parts.settings } },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      AskQueryHandler,
      CatalogueOfCommands,
      LoopLagMeter,
      ExportManifests,
      MethodsOfPath,
      OpenApiDocument,
      OpenStreams,
      ProblemOfFailure,
      Traffic,
      ...carriedOut.filter(({ port }) => parts.ports[port] !== undefined).map(({ handler }) => handler),
    ],
  };
}

function controllersFor(parts: HttpParts): Type[] {
  const { ports, readModels = [] } = parts;
  return [
    parts.dashboard ? DashboardController : EntranceController,
    DocsController,
    HealthController,
    KeyController,
    HolderController,
    ...(ports.signInCodes ? [SignInController] : []),
    ...(ports.commands ? [CommandController, bulkController(parts)] : []),
    ...declaredIn(parts).map(streamCommandController),
    ...(ports.queries ? [DefinitionController, exportController(parts), ...readModels.map(queryController)] : []),
    ...(ports.events ? [EventController, EventStreamController, AccessController] : []),
    ...(ports.models ? [ModelController, FitController, BacktestController] : []),
    ...(ports.operations ? [RebuildController, ParkedController, PublicationController, ReplayController] : []),
    ...(ports.importer ? [ImportController] : []),
    ...(ports.customerIds ? [ResolveController] : []),
  ];
}
