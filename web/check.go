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
	host, err := dialable(addr)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+"/healthz", nil)
	if err != nil {
		return fmt.Errorf("address %q: %w", addr, err)
	}
	// The server is our own: no proxy stands before it.
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("nothing answers on %s: %w", host, err)
	}
	defer resp.Body.Close()
	var health Health
	err = json.NewDecoder(io.LimitReader(resp.Body, healthBytes)).Decode(&health)
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers with HTTP %d", host, resp.StatusCode)
	}
	if err != nil || health.Status != "ok" {
		return fmt.Errorf("%s answers, but is not a healthy youju", host)
	}
	return nil
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
