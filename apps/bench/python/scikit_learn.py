"""Runs scikit-learn's KMeans as it is told on stdin: lines of JSON, answered by lines of JSON on stdout.

First says its versions, or ends with 3 where scikit-learn is missing. Then, for each request:
{"set": {name, file}}: writes the points of a set that comes with scikit-learn, standardized if it is wine
{"load": {rows, columns, k, precision, file}}: reads rows * columns and k * columns values
{"run": {job, repeats, wants}}: does what contender.ts says of a job
Files hold float32 values, little-endian.
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
    from sklearn import datasets
    from sklearn.cluster import KMeans
except ImportError:
    sys.exit(3)


def say(answer):
    print(json.dumps(answer), flush=True)


def write_set(name, file):
    points = getattr(datasets, "load_" + name)().data
    if name == "wine":
        points = (points - points.mean(axis=0)) / points.std(axis=0)
    points.astype("<f4").tofile(file)


def read(rows, columns, k, precision, file):
    values = numpy.fromfile(file, dtype="<f4")
    points, start = values[: rows * columns], values[rows * columns :]
    return (
        numpy.ascontiguousarray(points.reshape(rows, columns), dtype=precision),
        numpy.ascontiguousarray(start.reshape(k, columns), dtype=precision),
    )


def fit(job, points, start):
    """One clustering for each k that is asked for."""
    if job["kind"] == "from start":
        model = KMeans(len(start), init=start, n_init=1, max_iter=job["limit"], tol=0, algorithm="lloyd")
        return [model.fit(points)]
    ks = [len(start)] if job["kind"] == "fit" else range(1, job["kMax"] + 1)
    return [KMeans(k, n_init=job["starts"], random_state=job["seed"]).fit(points) for k in ks]


def inertia(points, labels, k):
    """In float64, around the means of the labels."""
    counts = numpy.maximum(1, numpy.bincount(labels, minlength=k))
    total = 0.0
    for column in points.T:
        values = column.astype("float64")
        means = numpy.bincount(labels, weights=values, minlength=k) / counts
        total += float(numpy.square(values - means[labels]).sum())
    return total


def run(points, start, job, repeats, wants):
    elapsed = []
    for _ in range(repeats):
        started = time.perf_counter()
        models = fit(job, points, start)
        elapsed.append(time.perf_counter() - started)
    return {
        "elapsedMs": median(elapsed) * 1000,
        "iterations": int(models[0].n_iter_) if len(models) == 1 else None,
        "inertias": [] if wants == "time" else [inertia(points, m.labels_, m.n_clusters) for m in models],
        "labels": base64.b64encode(models[0].labels_.astype("<i4").tobytes()).decode() if wants == "labels" else None,
    }


say({"python": platform.python_version(), "scikit-learn": sklearn.__version__, "numpy": numpy.__version__})
points = start = None
for line in iter(sys.stdin.buffer.readline, b""):
    request = json.loads(line)
    if "set" in request:
        write_set(**request["set"])
        say("written")
    elif "load" in request:
        # The sample before goes first: two need not fit into memory.
        points = start = None
        points, start = read(**request["load"])
        say("ready")
    else:
        say(run(points, start, **request["run"]))
