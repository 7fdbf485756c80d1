# One image for web, worker, beat and release: `docker run IMAGE web`.
FROM python:3.11-slim-bookworm AS build
ENV PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
COPY requirements.txt constraints.txt /src/
RUN /opt/venv/bin/pip install --no-cache-dir -r /src/requirements.txt -c /src/constraints.txt

FROM python:3.11-slim-bookworm
# Certificates for model providers; fonts so that a résumé in any script can be set.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates fonts-noto-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 mosaic \
    && install -d -o mosaic -g mosaic /var/lib/mosaic
COPY --from=build /opt/venv /opt/venv
COPY . /app
WORKDIR /app
ARG MOSAIC_COMMIT=unknown
ARG MOSAIC_BUILT_AT=unknown
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MOSAIC_VAR=/var/lib/mosaic \
    MOSAIC_HOST=0.0.0.0 \
    MOSAIC_COMMIT=$MOSAIC_COMMIT \
    MOSAIC_BUILT_AT=$MOSAIC_BUILT_AT \
    PORT=8000
# Assets are collected and the lexicon worked out while the image is built; no key of the running service is needed for it.
RUN MOSAIC_MODE=embedded MOSAIC_VAR=/tmp/build STATIC_ROOT=/app/staticfiles python manage.py collectstatic --noinput -v 0 \
    && python -m mosaic.lexicon.warm \
    && rm -rf /tmp/build
ENV MOSAIC_MODE=production
USER mosaic
VOLUME /var/lib/mosaic
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD python -c "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/live', timeout=4)"
ENTRYPOINT ["script/run"]
CMD ["web"]
