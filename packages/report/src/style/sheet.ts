import { cards } from "./cards.ts";
import { figures } from "./figures.ts";
import { frame } from "./frame.ts";
import { print } from "./print.ts";
import { dark, light } from "./tones.ts";

/** The page's only style sheet. It names no font file, picture or address. */
export const style: string = `
${light}
${frame}
${cards}
${figures}
@media screen and (prefers-color-scheme:dark){
${dark}
}
${print}
`;
