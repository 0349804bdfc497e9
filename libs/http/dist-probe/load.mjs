// raw keep-alive load: node load.mjs port seconds connections method path body token
import net from 'node:net';
const [port,secs,conns,method,path,body,token]=process.argv.slice(2);
let n=0,bad=0,id=0;const stop=Date.now()+secs*1000;
const mk=()=>Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`+(method==='POST'?`Content-Type: application/json\r\nIdempotency-Key: "k${id++}-${process.pid}"\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`:'')+`\r\n${method==='POST'?body:''}`);
let open=0,warm=true;setTimeout(()=>{warm=false;n=0;start=performance.now()},1000);let start=performance.now();
for(let i=0;i<conns;i++){open++;const s=net.connect(+port,'127.0.0.1');s.setNoDelay(true);let buf='';
 s.on('data',d=>{buf+=d.toString('latin1');for(;;){const h=buf.indexOf('\r\n\r\n');if(h<0)return;const m=/content-length: (\d+)/i.exec(buf.slice(0,h));const len=m?+m[1]:0;if(buf.length<h+4+len)return;
  if(!/^HTTP\/1.1 20/.test(buf)) {bad++; if(bad===1)console.error(buf)} buf=buf.slice(h+4+len);n++;if(Date.now()>stop){s.end();if(--open===0){console.log(Math.round(n/((performance.now()-start)/1000)),'req/s bad',bad)}return}s.write(mk())}});
 s.on('connect',()=>s.write(mk()));}
