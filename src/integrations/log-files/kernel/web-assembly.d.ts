// The part of WebAssembly that the kernel needs; the types of Node leave it to those of browsers.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    constructor(pages: { readonly initial: number; readonly maximum: number });
  }
  class Instance {
    readonly exports: unknown;
    constructor(module: Module, imports: unknown);
  }
}
