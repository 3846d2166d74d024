/** Where browsers find the engine. It is kept for ever, so its version is part of its address. */
export const wasmAddress = '/judge/wasm-4.22.0/'
export const wasmFile = 'tfjs-backend-wasm-simd.wasm'
