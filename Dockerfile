FROM golang:1.26 AS build
# A module proxy nearer to you: docker build --build-arg GOPROXY=…
ARG GOPROXY
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /youju . && mkdir /empty

# Holds root certificates, time zones and the user nonroot (65532); no shell.
FROM gcr.io/distroless/static-debian12:nonroot
LABEL org.opencontainers.image.title="youju" \
      org.opencontainers.image.description="有据: answers from Chinese news articles, with evidence for every figure" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /youju /usr/local/bin/youju
COPY LICENSE NOTICE /licenses/
COPY embed/model/LICENSE /licenses/bge-small-zh-v1.5
# A volume that is mounted here takes over the owner.
COPY --from=build --chown=65532:65532 /empty /data
ENV YOUJU_DATA=/data \
    YOUJU_HTTP_ADDR=0.0.0.0:8080
VOLUME /data
EXPOSE 8080
# Health comes with the first index: embedding many articles takes minutes.
HEALTHCHECK --interval=30s --timeout=6s --start-period=10m --retries=3 CMD ["/usr/local/bin/youju", "health"]
ENTRYPOINT ["/usr/local/bin/youju"]
CMD ["serve"]
