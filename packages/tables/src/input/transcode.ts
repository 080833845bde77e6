import type { KnownFile } from "../source/file-kind.ts";
import { readBytes } from "../source/read-bytes.ts";
import { TablesError } from "../tables-error.ts";
import type { OtherEncoding } from "./encoding.ts";
import { type PrivateFile, writePrivateFile } from "./private-file.ts";
import { Utf8Count } from "./utf8-count.ts";

/** The characters of bytes 0x80 to 0x9f in Windows-1252; a space where there is none. */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Writes a file's text as UTF-8 to a temporary file, unpacked. Throws BAD_ENCODING where it is not what it seems to be. */
export async function transcode(file: KnownFile, from: OtherEncoding, signal?: AbortSignal): Promise<PrivateFile> {
  const decoder = from === "windows-1252" ? windows1252(file.name) : unicode(file.name, from);
  return writePrivateFile(async (out) => {
    for await (const bytes of readBytes(file.path, file.gzip, signal)) await out.writeFile(decoder.decode(bytes));
    await out.writeFile(decoder.end());
  });
}

interface Decoder {
  decode(bytes: Buffer): string;
  /** What is left; throws where the text as a whole is none of this kind. */
  end(): string;
}

function unicode(name: string, from: "utf-8-marked" | "utf-16le" | "utf-16be"): Decoder {
  const label = from === "utf-8-marked" ? "utf-8" : from;
  const decoder = new TextDecoder(label, { fatal: true });
  const attempt = (step: () => string): string => {
    try {
      return step();
    } catch {
      const kind = label.toUpperCase().replace(/[BL]E$/, "");
      throw new TablesError("BAD_ENCODING", `${name} is not whole: its ${kind} text holds what is no character.`);
    }
  };
  return {
    decode: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    end: () => attempt(() => decoder.decode()),
  };
}

/** For text that is not UTF-8. Damaged UTF-8 is not taken for it: there most characters are still whole. */
function windows1252(name: string): Decoder {
  const count = new Utf8Count();
  let unknown = false;
  return {
    decode(bytes) {
      count.push(bytes);
      return bytes.toString("latin1").replace(/[\x80-\x9f]/g, (character) => {
        const known = WINDOWS[character.charCodeAt(0) - 0x80];
        if (known === " ") unknown = true;
        return known;
      });
    },
    end() {
      if (unknown || count.characters > count.strays) {
        throw new TablesError("BAD_ENCODING", `${name} is neither UTF-8 nor Windows-1252 text.`);
      }
      return "";
    },
  };
}
