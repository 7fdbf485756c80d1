"""Addresses of days to look back and to do something, for a calendar."""

from django.urls import URLPattern

pages: list[URLPattern] = []

calls: list[URLPattern] = []
