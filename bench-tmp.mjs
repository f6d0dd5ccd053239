import { readLogFiles, planLog } from '#integrations/log-files';
const t0=performance.now(); const [,, file, from, to, cache, mode]=process.argv;
const w={from: from==='-'?-Infinity:Date.parse(from), to: to==='-'?Infinity:Date.parse(to)};
const plan=planLog(file,file,{}); const t1=performance.now();
const s=await readLogFiles([plan],{window:w,notable:mode!=='all'},{cache:cache==='-'?null:cache, threads: Number(process.env.T??2)});
const t2=performance.now(); const u=process.resourceUsage();
const n=s.stats.toData().series.reduce((a,b)=>a+b.count,0);
console.log(`plan ${(t1-t0).toFixed(0)} read ${(t2-t1).toFixed(0)} ms; records ${n} shapes ${s.miner.shapes} patterns ${s.miner.size}; known ${s.logs[0].known} read ${s.logs[0].read} trouble ${s.logs[0].trouble}; user ${(u.userCPUTime/1e3).toFixed(0)} sys ${(u.systemCPUTime/1e3).toFixed(0)} rss ${(u.maxRSS/1e3).toFixed(0)}`);
