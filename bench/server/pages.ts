export async function benchPages(): Promise<void> {
  await Promise.resolve();
}
