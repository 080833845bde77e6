/** A worker thread, seen from the thread that started it. */
export interface Hand {
  post(message: unknown): void;
  /** Ends it, whatever it does; no failure is told after that. */
  end(): void;
}

/** What differs between Node and browsers. */
export interface Platform {
  /** Whether threads can be started and share memory here. */
  canShare(): boolean;
  /** Threads that the machine runs at a time. */
  processors(): number;
  /** Whether the calling thread may sleep: the one that draws a page may not. */
  mayWait(): boolean;
  /**
   * Starts a worker thread. It does not keep a process alive.
   *
   * @param onFailure told, at most once, that it died or never came up
   * @throws where threads cannot be started
   */
  startHand(onFailure: (cause: unknown) => void): Hand;
  /** Calls back after a while, unless the process ends before or the function that is returned is called. */
  later(callback: () => void, milliseconds: number): () => void;
}
