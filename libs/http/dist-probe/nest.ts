import 'reflect-metadata';
import { Controller, Get, Module, Post, Req, Res, CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { NestFactory, APP_GUARD, Reflector } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { CqrsModule, CommandBus, CommandHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
class C { constructor(readonly id: string, readonly data: any){} }
class Q { constructor(readonly id: string){} }
@CommandHandler(C) class H { async execute(c: C){ return {commandId:'k',customerId:c.data.customerId,revision:1,position:'0000000000000001',events:[{eventId:'e',type:'PurchaseRecorded',revision:1}]} } }
@QueryHandler(Q) class QH { async execute(c: Q){ return {customerId:c.id,revision:1,asOf:{position:'1',recordedAt:'2026-01-01T00:00:00Z',lagMs:0}} } }
@Injectable() class G implements CanActivate { constructor(readonly r: Reflector){} canActivate(x: ExecutionContext){ const req=x.switchToHttp().getRequest(); this.r.get('x',x.getHandler()); return req.headers.authorization!==undefined } }
const bus = process.env.BUS==='1';
@Controller() class A { constructor(readonly b: CommandBus, readonly q: QueryBus, readonly h: H, readonly qh: QH){}
 @Post('/v1/commands/:name') async p(@Req() req: any, @Res() rep: any){ const c=new C('x',req.body); const o= await (bus? this.b.execute(c): this.h.execute(c)); rep.code(201); rep.send(o) }
 @Get('/v1/customers/:id') async g(@Req() req: any, @Res() rep: any){ const c=new Q(req.params.id); const o= await (bus? this.q.execute(c): this.qh.execute(c)); rep.send(o) }
}
@Module({imports:[CqrsModule.forRoot()],controllers:[A],providers:[H,QH,{provide:APP_GUARD,useClass:G}]}) class M {}
const app = await NestFactory.create(M, new FastifyAdapter({skipMiddie: process.env.MIDDIE!=='1'} as any), {logger:['error'], bodyParser:false});
await app.listen(+process.env.PORT!, '127.0.0.1');
