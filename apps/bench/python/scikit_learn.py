"""Fits scikit-learn's KMeans as it is told on stdin: lines of JSON, answered by lines of JSON on stdout.

First says its versions, or ends with 3 where scikit-learn is missing. Then, for each request:
{"load": {rows, columns, k, precision}}, followed by rows * columns and k * columns float64 values, little-endian
{"fit": {from, repeats, labels}}, where from is {limit}, iterations from the start, or {seed}, a fit by its own defaults
"""

import base64
import json
import platform
import signal
import sys
import time
from statistics import median

# Ctrl-C ends this process as well, without a word.
signal.signal(signal.SIGINT, signal.SIG_DFL)

try:
    import numpy
    import sklearn
    from sklearn.cluster import KMeans
except ImportError:
    sys.exit(3)


def say(answer):
    print(json.dumps(answer), flush=True)


def read(rows, columns, dtype):
    values = numpy.frombuffer(sys.stdin.buffer.read(rows * columns * 8), dtype="<f8")
    return numpy.ascontiguousarray(values.reshape(rows, columns), dtype=dtype)


def model_from(start, limit=None, seed=None):
    if limit is None:
        return KMeans(n_clusters=len(start), n_init=1, random_state=seed, algorithm="lloyd")
    return KMeans(n_clusters=len(start), init=start, n_init=1, max_iter=limit, tol=0, algorithm="lloyd")


def fit(points, start, request):
    elapsed = []
    for _ in range(request["repeats"]):
        started = time.perf_counter()
        model = model_from(start, **request["from"]).fit(points)
        elapsed.append(time.perf_counter() - started)
    found = base64.b64encode(model.labels_.astype("<i4").tobytes()).decode() if request["labels"] else None
    return {"elapsedMs": median(elapsed) * 1000, "iterations": int(model.n_iter_), "labels": found}


say({"python": platform.python_version(), "scikit-learn": sklearn.__version__, "numpy": numpy.__version__})
points = start = None
for line in iter(sys.stdin.buffer.readline, b""):
    request = json.loads(line)
    if "load" in request:
        shape = request["load"]
        points = read(shape["rows"], shape["columns"], shape["precision"])
        start = read(shape["k"], shape["columns"], shape["precision"])
        say("ready")
    else:
        say(fit(points, start, request["fit"]))
