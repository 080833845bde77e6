// Run beside an installed package: a fit on threads and alone, and how many partitions workers did. It must end by itself.
import { kmeans } from "@kentro/core";
import { partitionsTaken } from "./node_modules/@kentro/core/dist/threads/team.js";

const data = Float32Array.from({ length: 400_000 }, (_, at) => (at * 7919) % 1009);
const fit = (threads) => kmeans({ data, rows: 100_000, columns: 4 }, { k: 8, restarts: 1, maxIterations: 5, threads });
const alone = await fit(1);
let shared = await fit(2);
while (partitionsTaken() === 0) shared = await fit(2);
const same = Buffer.compare(Buffer.from(shared.labels.buffer), Buffer.from(alone.labels.buffer)) === 0;
console.log(JSON.stringify({ same: same && shared.inertia === alone.inertia }));
