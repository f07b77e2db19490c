/** The one part of WebAssembly's JavaScript interface that we use: the standard library's types leave it to the DOM's. */
declare namespace WebAssembly {
  class Memory {
    /** Sizes in pages of 64 KiB. */
    constructor(descriptor: { readonly initial: number; readonly maximum?: number });
    /** Another object after the memory has grown. */
    readonly buffer: ArrayBuffer;
  }
}
