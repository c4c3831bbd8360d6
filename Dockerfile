# Three stages: two fetch what is pinned, the third runs the bot as an ordinary user and keeps nothing.
FROM python:3.12-slim AS packages
COPY requirements/runtime.txt /
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /runtime.txt

FROM node:22-slim AS client
WORKDIR /client
COPY bot/door/client/package*.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM python:3.12-slim
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin laadmaat && install -d -o laadmaat /data
COPY --from=packages /venv /venv
WORKDIR /app
COPY app.py ./
COPY docs/*.py docs/
COPY bot bot
COPY cards cards
COPY dialogs dialogs
COPY domain domain
COPY manifest manifest
COPY storage storage
COPY --from=client /client/node_modules/botframework-webchat/dist/webchat.js bot/door/client/node_modules/botframework-webchat/dist/
ENV HOST=0.0.0.0 PORT=3978 METRICS_HOST=0.0.0.0 METRICS_PORT=3980 DATA_DIR=/data PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER laadmaat
# Only the public port: the one for operators (3980) is for the net of the container.
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ[\"METRICS_PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["python", "app.py"]
CMD ["serve"]
