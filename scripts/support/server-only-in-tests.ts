// Stands in for the `server-only` package, which throws wherever it is not bundled for a server component.
export {};
