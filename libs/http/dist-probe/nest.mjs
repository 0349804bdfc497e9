function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_metadata(metadataKey, metadataValue) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") {
        return Reflect.metadata(metadataKey, metadataValue);
    }
}
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
import 'reflect-metadata';
import { Controller, Get, Module, Post, Req, Res, Injectable } from '@nestjs/common';
import { NestFactory, APP_GUARD, Reflector } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CqrsModule, CommandBus, CommandHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
let C = class C {
    constructor(id, data){
        this.id = id;
        this.data = data;
    }
};
let Q = class Q {
    constructor(id){
        this.id = id;
    }
};
let H = class H {
    async execute(c) {
        return {
            commandId: 'k',
            customerId: c.data.customerId,
            revision: 1,
            position: '0000000000000001',
            events: [
                {
                    eventId: 'e',
                    type: 'PurchaseRecorded',
                    revision: 1
                }
            ]
        };
    }
};
H = _ts_decorate([
    CommandHandler(C)
], H);
let QH = class QH {
    async execute(c) {
        return {
            customerId: c.id,
            revision: 1,
            asOf: {
                position: '1',
                recordedAt: '2026-01-01T00:00:00Z',
                lagMs: 0
            }
        };
    }
};
QH = _ts_decorate([
    QueryHandler(Q)
], QH);
let G = class G {
    constructor(r){
        this.r = r;
    }
    canActivate(x) {
        const req = x.switchToHttp().getRequest();
        this.r.get('x', x.getHandler());
        return req.headers.authorization !== undefined;
    }
};
G = _ts_decorate([
    Injectable(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof Reflector === "undefined" ? Object : Reflector
    ])
], G);
const bus = process.env.BUS === '1';
let A = class A {
    constructor(b, q, h, qh){
        this.b = b;
        this.q = q;
        this.h = h;
        this.qh = qh;
    }
    async p(req, rep) {
        const c = new C('x', req.body);
        const o = await (bus ? this.b.execute(c) : this.h.execute(c));
        rep.code(201);
        rep.send(o);
    }
    async g(req, rep) {
        const c = new Q(req.params.id);
        const o = await (bus ? this.q.execute(c) : this.qh.execute(c));
        rep.send(o);
    }
};
_ts_decorate([
    Post('/v1/commands/:name'),
    _ts_param(0, Req()),
    _ts_param(1, Res()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        Object
    ]),
    _ts_metadata("design:returntype", Promise)
], A.prototype, "p", null);
_ts_decorate([
    Get('/v1/customers/:id'),
    _ts_param(0, Req()),
    _ts_param(1, Res()),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        Object,
        Object
    ]),
    _ts_metadata("design:returntype", Promise)
], A.prototype, "g", null);
A = _ts_decorate([
    Controller(),
    _ts_metadata("design:type", Function),
    _ts_metadata("design:paramtypes", [
        typeof CommandBus === "undefined" ? Object : CommandBus,
        typeof QueryBus === "undefined" ? Object : QueryBus,
        typeof H === "undefined" ? Object : H,
        typeof QH === "undefined" ? Object : QH
    ])
], A);
let M = class M {
};
M = _ts_decorate([
    Module({
        imports: [
            CqrsModule.forRoot()
        ],
        controllers: [
            A
        ],
        providers: [
            H,
            QH,
            {
                provide: APP_GUARD,
                useClass: G
            }
        ]
    })
], M);
const app = await NestFactory.create(M, new FastifyAdapter({
    skipMiddie: process.env.MIDDIE !== '1'
}), {
    logger: [
        'error'
    ],
    bodyParser: false
});
await app.listen(+process.env.PORT, '127.0.0.1');
