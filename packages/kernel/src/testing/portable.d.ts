// The files of this folder that say so compile as TypeScript and as AssemblyScript. There an index is an i32 and
// `number` is f64; here both are numbers.
declare type i32 = number;
