"""Starts llama.cpp's own server, as xllamacpp embeds it: serve.py MODEL PORT THREADS SLOTS."""
import signal
import sys

import xllamacpp

path, port, threads, slots = sys.argv[1], *map(int, sys.argv[2:5])
params = xllamacpp.CommonParams()
params.model.path = path
params.n_ctx = 8192 * slots
params.n_parallel = slots
params.hostnames = ["127.0.0.1"]
params.port = port
params.cpuparams.n_threads = threads
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
signal.sigwait([signal.SIGTERM, signal.SIGINT])
