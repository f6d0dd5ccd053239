import { readFileSync, readdirSync } from 'node:fs';
import { parsePostmortem } from '#core/markdown';
const M='/work/writeback/src/core/markdown/';
const { changesBetween } = await import(M+'write/record-changes.ts');
const { applyChange } = await import(M+'write/change.ts');
const { differences } = await import(M+'write/same-content.ts');
const { sceneOf } = await import(M+'write/scene.ts');
const { applyPatches } = await import(M+'write/patch.ts');
const { waysFor } = await import(M+'write/write-change.ts');
const { editsOf } = await import('/work/writeback/bench/data/record-edits.ts');
const { getAt } = await import(M+'record-path.ts');
const [,, name, kind, pathArg, max='6'] = process.argv;
for (const dir of ['/work/shared/corpus/','/work/writeback/tests/fixtures/filled/']) for (const f of readdirSync(dir).filter(f=>f.endsWith('.md')&&f.includes(name))) {
  const src=readFileSync(dir+f,'utf8');
  const d=parsePostmortem(src,{file:f.split('__').at(-1)});
  for (const e of editsOf(d)) { if (e.kind!==kind || (pathArg && pathArg!=='-' && e.path!==pathArg)) continue;
    const after=e.apply(d.record);
    const [c]=changesBetween(d.record, after);
    console.log('##',f,d.dialect,e.kind,e.path,JSON.stringify(c).slice(0,300));
    if (!c) continue;
    const wanted=applyChange(d.record,c);
    if (c.kind==='set') console.log('  now:',JSON.stringify(getAt(d.record,c.path))?.slice(0,300));
    let n=0, seen=new Set();
    for (const way of waysFor(sceneOf(d), c, wanted)) {
      const md=applyPatches(src, way.patches); if (md===null||seen.has(md)) continue; seen.add(md);
      const r=parsePostmortem(md,{file:d.file, ...(d.dialect==='foreign'?{}:{dialect:d.dialect})});
      const diff=differences(r.record,wanted);
      console.log('  ',n,diff.length===0?'OK':'', JSON.stringify(way.patches.map(p=>({at:src.slice(p.start-20,p.start)+'⟦'+src.slice(p.start,p.end).slice(0,80)+'⟧'+src.slice(p.end,p.end+20),text:p.text.slice(0,200)}))), r.dialect);
      for (const p of diff.slice(0,4)) console.log('        ',p,JSON.stringify(getAt(r.record,p))?.slice(0,160),'≠',JSON.stringify(getAt(wanted,p))?.slice(0,160));
      if (diff.length===0||++n>=Number(max)) break;
    }
  }
}
