# The service, with its core library compiled. Lean comes with pip: there is nothing else to install.
FROM python:3.13-slim-bookworm AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY src src
# Whatever is written in a running container lies in this folder: the compiled library, verdicts, jobs.
ENV TACTIC_MESH_CACHE=/var/lib/tactic-mesh/cache
# The first proof compiles the library.
RUN python -m venv /opt/tactic-mesh \
    && /opt/tactic-mesh/bin/pip install --no-cache-dir '.[serve,models,sign]' \
    && umask 077 \
    && mkdir -p /var/lib/tactic-mesh/cache /var/lib/tactic-mesh/data \
    && /opt/tactic-mesh/bin/tactic-mesh prove '1 + 1 = 2'

FROM python:3.13-slim-bookworm
COPY --from=build /opt/tactic-mesh /opt/tactic-mesh
COPY --from=build --chown=10001:10001 /var/lib/tactic-mesh /var/lib/tactic-mesh
ENV PATH=/opt/tactic-mesh/bin:$PATH \
    HOME=/var/lib/tactic-mesh \
    TACTIC_MESH_CACHE=/var/lib/tactic-mesh/cache \
    TACTIC_MESH_DATA=/var/lib/tactic-mesh/data \
    TACTIC_MESH_HOST=0.0.0.0 \
    TACTIC_MESH_PORT=8000
USER 10001:10001
# A new volume begins with what the image has here; one of an older image gets the new library at the first start.
VOLUME /var/lib/tactic-mesh
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f\"http://127.0.0.1:{os.environ['TACTIC_MESH_PORT']}/healthz\", timeout=4)"]
# An address that others reach needs a key: start it with TACTIC_MESH_API_KEY in the environment.
CMD ["tactic-mesh", "serve"]
