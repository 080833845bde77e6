// The files of this folder named in `assembly/__tests__` compile both as TypeScript and as AssemblyScript. There every
// index is an i32 and `number` is f64; here both are a number.
declare type i32 = number;
