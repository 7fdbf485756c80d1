"""Addresses of what came of a journey."""

from django.urls import URLPattern

pages: list[URLPattern] = []

calls: list[URLPattern] = []
