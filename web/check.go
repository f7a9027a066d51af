package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

const (
	checkTime   = 5 * time.Second
	healthBytes = 1 << 16
)

// Check asks the server that listens on addr (host:port as it was configured)
// for its health, within five seconds. An error says what is wrong.
func Check(ctx context.Context, addr string) error {
	var health Health
	host, code, err := get(ctx, addr, "/healthz", &health)
	if err != nil {
		return err
	}
	if code != http.StatusOK {
		return fmt.Errorf("%s answers with HTTP %d", host, code)
	}
	if health.Status != "ok" {
		return fmt.Errorf("%s answers, but is not a healthy youju", host)
	}
	return nil
}

// Ready asks the server on addr, within five seconds, what keeps it from being
// ready, and what it has to note.
func Ready(ctx context.Context, addr string) (readiness Readiness, err error) {
	host, code, err := get(ctx, addr, "/readyz", &readiness)
	if err != nil {
		return Readiness{}, err
	}
	if readiness.Status == "" {
		return Readiness{}, fmt.Errorf("%s answers with HTTP %d, but is not a youju", host, code)
	}
	return readiness, nil
}

// get reads a page of JSON into v; what is no JSON leaves v alone.
func get(ctx context.Context, addr, path string, v any) (host string, code int, err error) {
	host, err = dialable(addr)
	if err != nil {
		return "", 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+path, nil)
	if err != nil {
		return host, 0, fmt.Errorf("address %q: %w", addr, err)
	}
	// The server is our own: no proxy stands before it.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return host, 0, fmt.Errorf("nothing answers on %s: %w", host, err)
	}
	defer resp.Body.Close()
	_ = json.NewDecoder(io.LimitReader(resp.Body, healthBytes)).Decode(v)
	return host, resp.StatusCode, nil
}

// dialable turns an address to listen on into one to connect to: every
// interface becomes loopback.
func dialable(addr string) (string, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return "", fmt.Errorf("address %q is not host:port: %w", addr, err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if ip != nil && ip.To4() == nil {
			host = "::1"
		}
	}
	return net.JoinHostPort(host, port), nil
}
