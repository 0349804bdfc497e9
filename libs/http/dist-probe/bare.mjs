import Fastify from 'fastify';
const f=Fastify({logger:false});
f.post('/v1/commands/:name',(req,rep)=>{rep.code(201);rep.send({commandId:'k',customerId:req.body.customerId,revision:1,position:'0000000000000001',events:[{eventId:'e',type:'PurchaseRecorded',revision:1}]})});
f.get('/v1/customers/:id',(req,rep)=>{rep.send({customerId:req.params.id,revision:1,asOf:{position:'1',recordedAt:'2026-01-01T00:00:00Z',lagMs:0}})});
await f.listen({port:7101,host:'127.0.0.1'});
