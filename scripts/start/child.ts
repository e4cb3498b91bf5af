/**
 * Loaded first into every process the start makes: when the start vanishes (killed, terminal gone), the
 * channel to it closes, and the process ends in order, or at once if that takes too long.
 */
if (process.send !== undefined) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8_000).unref();
  });
  // Listening must not keep a process alive that has nothing else to do.
  process.channel?.unref();
}
