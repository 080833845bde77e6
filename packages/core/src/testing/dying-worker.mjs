// A worker that comes when it is called, and dies over its first job in the way that it is told.
import { parentPort, workerData } from "node:worker_threads";
import { Board } from "../../dist/threads/board.js";

parentPort.on("message", ({ board, seat }) => {
  new Board(board).serve(seat.index, () => {
    if (workerData === "exit") process.exit(3);
    throw new Error("Out of breath");
  });
});
