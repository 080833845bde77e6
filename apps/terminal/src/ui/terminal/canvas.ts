/**
 * The stream as Ink may see it: of any height, and never resized. Ink answers a frame that is too tall by clearing the
 * scrollback, and a width that shrinks by drawing the old frame again, broken up; the frames that it is given fit.
 */
export function canvasOn(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const canvas: NodeJS.WriteStream = new Proxy(stdout, {
    get: (target, name) => {
      if (name === "rows") return Number.POSITIVE_INFINITY;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "on") return value.bind(target);
      return (event: string, listener: (...values: unknown[]) => void) => {
        if (event !== "resize") target.on(event, listener);
        return canvas;
      };
    },
  });
  return canvas;
}
