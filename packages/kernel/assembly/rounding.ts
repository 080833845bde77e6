/** The relative error of one operation. */
// @ts-ignore: decorator
@inline
export function epsilon<T>(): T {
  return sizeof<T>() == 4 ? <T>5.960464477539063e-8 : <T>1.1102230246251565e-16;
}

/** Distances below this are too near to 0 for their squares to be trusted. */
// @ts-ignore: decorator
@inline
export function tiny<T>(): T {
  return sizeof<T>() == 4 ? <T>1.3877787807814457e-17 : <T>3.0549363634996047e-151;
}
