// The part of WebAssembly that the kernel needs; the types of Node leave it to those of browsers.
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: unknown;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const Memory: new (pages: { readonly initial: number; readonly maximum: number }) => Memory;
  const Instance: new (module: Module, imports: unknown) => Instance;
}
