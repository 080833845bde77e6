import {test} from "vitest";
import { writeFileSync, mkdtempSync } from "node:fs";
import { readTable } from "./read-table.ts";
const d=mkdtempSync("/tmp/tin-");
const t=async(n:string,s:string,o={})=>{const f=`${d}/${n}`; writeFileSync(f,s); const a=performance.now(); try{const r=await readTable(f,o); console.log(n,(performance.now()-a).toFixed(0)+"ms",JSON.stringify(r.notes)??"", r.filtered??"", r.columns.map(c=>c.name+":"+c.type+" "+("values" in c?[...c.values].slice(0,5).join(","):"categories" in c?[...c.codes].slice(0,6).map(k=>c.categories[k]).join("|"):"")).join(" ; "));}catch(e){console.log(n,String(e))}};
test("x", async()=>{
 await t("a.csv","a;b\n1,5;x\n2,25;y\n");
 await t("a0.csv","a,b\n1.5,x\n2.25,y\n");
 await t("b.csv","a;b;c\n1.234;x;2,5\n2.250;y;3,5\n35.000;z;4,5\n");
 await t("b2.csv","a;b\n1.234;x\n2.250;y\n35.000;z\n");
 await t("b3.csv","a,b\n1.234,x\n2.250,y\n35.000,z\n");
 await t("b4.csv","a;b;c\n1.234;x;1.5\n2.250;y;1\n35.000;z;5\n");
 await t("c.csv","a,b\n\"1,234\",31/12/2025\n\"999\",1/1/2025\n");
 await t("d.csv","d,e,f,g\n2025-12-31,12/31/2025,3/4/2025,31 Dec 2025 10:00\nNA,1/2/2025 5:30 PM,4/5/2025,1 Jan 2026\n2025-02-30,3/13/2025,5/5/2025,x\n");
 await t("w.csv","Age,Country,d,Annual Income (k$)\n18,DE,2025-01-01,\"1,200\"\n17,FR,2025-06-01,5\n50,US,2024-01-01,7\n",{where:"age >= 18 and country in ('DE','FR')"});
 for (const where of ["age >= '18'","d >= '2025-01-01'","d > date '2025-02-01'","\"annual income (k$)\" > 1000","lower(country) like 'd%'","year(d)=2025","country > 5","ages > 5","Annual Income > 5","country = \"DE\"","age in (select 1)","count(*)>1","random()>0.5","age = ?","1=1); select (1","age > 'x'","d > 'x'","age + country > 5","age","not country","read_text('/etc/passwd') = 'x'","age > 1 and","case when age>18 then true else false end","date_diff('day', d, date '2025-07-01') < 40","age between 17 and 18","getenv('HOME')='x'","current_setting('x')='1'","regexp_matches(country,'(')","length(country)*9223372036854775807>1","country=''","age is null"]) await t("w.csv","Age,Country,d,Annual Income (k$)\n18,DE,2025-01-01,\"1,200\"\n17,FR,2025-06-01,5\n50,US,2024-01-01,7\n",{where});
},60000);
