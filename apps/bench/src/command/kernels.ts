import { measurePeak, WHOLE_PEAK } from "../kernels/peak.ts";
import { measureKernels, unmeasured, WHOLE_KERNELS } from "../kernels/speed.ts";
import { kernelsText, peakText } from "../kernels/text.ts";
import { machineLine, thisMachine } from "../report/machine.ts";
import { ProgressLine } from "../report/progress-line.ts";

/** Measures every kernel and the peak of the machine beside it. */
export async function kernels(): Promise<number> {
  const progress = new ProgressLine(process.stderr);
  progress.at("peak");
  const peak = await measurePeak(WHOLE_PEAK);
  progress.clear();
  process.stdout.write(`${machineLine(thisMachine())}\n\n${peakText(peak)}\n`);
  const speeds = await measureKernels(WHOLE_KERNELS, (doing) => progress.at(doing));
  progress.clear();
  process.stdout.write(kernelsText(speeds, peak, await unmeasured(speeds)));
  return 0;
}
