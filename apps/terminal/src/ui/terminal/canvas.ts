const WITHOUT_LIMIT = 10_000;

/**
 * The stream as Ink may see it: without size. Ink answers a frame that is too tall by clearing the scrollback, a width
 * that shrinks by drawing the old frame again, broken up; the frames that it is given fit already.
 */
export function canvasOn(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  return new Proxy(stdout, {
    get: (target, name) => {
      if (name === "rows" || name === "columns") return WITHOUT_LIMIT;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
